/** A host name or address in lower case, as browsers write it in an origin. */
const host = /^(?:\*\.)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,20}$|^\[[0-9a-f:.]{2,45}\]$/;

interface Parts {
  readonly scheme: string;
  readonly host: string;
  /** '' for the scheme's own. */
  readonly port: string;
}

/** `https://shop.example.com`, `https://*.example.com` (sites below it, not itself), with a port where there is one. */
export function isSitePattern(pattern: string): boolean {
  return partsOf(pattern) !== undefined;
}

/** Is the site one that the pattern means? What is no pattern, or no origin, matches nothing. */
export function siteMatches(pattern: string, origin: string): boolean {
  const wanted = partsOf(pattern);
  const given = partsOf(origin);
  if (!wanted || !given || given.host.startsWith('*.')) return false;
  if (wanted.scheme !== given.scheme || wanted.port !== given.port) return false;
  // With the dot: `evilexample.com` is no site below `example.com`.
  return wanted.host.startsWith('*.')
    ? given.host.endsWith(wanted.host.slice(1))
    : wanted.host === given.host;
}

function partsOf(text: string): Parts | undefined {
  const found = /^(https?):\/\/([^/?#@\s]{1,260}?)(?::(\d{1,5}))?$/.exec(text);
  const [, scheme = '', name = '', port = ''] = found ?? [];
  if (!found || !host.test(name)) return undefined;
  // `*.com` would be half the web; a pattern names at least a domain.
  if (name.startsWith('*.') && !name.slice(2).includes('.')) return undefined;
  return { scheme, host: name, port };
}
