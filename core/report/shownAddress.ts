import { detectAll } from '../detectors/detectAll.ts';
import { decodePercent } from '../wire/decodePercent.ts';

const dots = '•••';
const longest = 4000;
/** Names of parameters that say their value is somebody's, or opens something. */
const personal =
  /mail|name|phone|tel|user|login|account|customer|client|member|person|birth|dob|address|street|city|iban|card|ssn|tax|pass|pwd|secret|token|auth|session|sid|key|code|signature/i;
/** Nothing is lost by hiding too much of a value in a query; parts of a path tell pages apart. */
const leastInQuery = 0.3;
const leastInPath = 0.5;

/**
 * The address of a page as reports name it: whole, but for what may be somebody's in its query, its fragment, its
 * credentials and the parts of its path. What is no http(s) address is left as it is: the name of a file is the user's own.
 */
export function shownAddress(page: string): string {
  const parts = /^(https?:\/\/)([^/?#]{0,2000})([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(page.slice(0, longest));
  if (!parts) return page;
  const [, scheme = '', authority = '', path = '', query = '', fragment = ''] = parts;
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return [
    `${scheme}${authority.includes('@') ? `${dots}@` : ''}${host}`,
    path.split('/').map(shownPart).join('/'),
    shownQuery(query),
    // The route of an older single-page application, with a query of its own.
    fragment
      .split(/(?=\?)/)
      .map(shownFragment)
      .join(''),
  ].join('');
}

function shownPart(part: string): string {
  return holdsPersonal(part, leastInPath) ? dots : part;
}

function shownFragment(part: string): string {
  if (part.startsWith('?') || part.includes('=')) return shownQuery(part);
  return part.split('/').map(shownPart).join('/');
}

function shownQuery(query: string): string {
  return query
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=');
      if (at < 0)
        return holdsPersonal(pair, leastInQuery) ? `${pair.startsWith('?') ? '?' : ''}${dots}` : pair;
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      const isHidden =
        value !== '' &&
        (personal.test(name) || holdsPersonal(value, leastInQuery) || holdsPersonal(pair, leastInPath));
      const shownName = holdsPersonal(name, leastInQuery) ? `${/^[?#]/.exec(name)?.[0] ?? ''}${dots}` : name;
      return `${shownName}=${isHidden ? dots : value}`;
    })
    .join('&');
}

function holdsPersonal(written: string, least: number): boolean {
  if (written.length < 3) return false;
  const text = decodePercent(written, true) ?? written;
  return detectAll(text, {}).some(({ confidence }) => confidence >= least);
}
