/**
 * Whether these words are for `scrim calibrate` or `scrim audit <site>`. `scrim audit verify` and `export` are the
 * settings server's log, and so is `scrim audit` alone.
 */
export function isMeasuring([name, ...rest]: readonly string[]): boolean {
  if (name === 'calibrate') return true;
  if (name !== 'audit' || ['verify', 'export'].includes(rest[0] ?? '')) return false;
  return rest.some((word) => /^https?:/i.test(word));
}
