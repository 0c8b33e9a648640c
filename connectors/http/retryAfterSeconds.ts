/** As servers write it (RFC 9110 5.6.7); the two obsolete forms are not read. */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * How long a server asks to be left alone: `Retry-After` in seconds or as a date (RFC 9110 10.2.3). A date is compared
 * with the server's own clock where it tells (`Date`), because ours may be wrong.
 *
 * @returns undefined when it does not say, or says something else
 */
export function retryAfterSeconds(headers: Headers, now: () => number = Date.now): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,6}$/.test(value)) return Number(value);
  if (!httpDate.test(value)) return undefined;
  const sent = headers.get('date')?.trim() ?? '';
  const from = httpDate.test(sent) ? Date.parse(sent) : now();
  const seconds = Math.ceil((Date.parse(value) - from) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
