import { knownNames } from '../detectors/knownNames.ts';
import { ambiguousNames, placeNames } from '../detectors/nameWords.ts';
import { isInterfaceWord, isPlainName, wordsOf } from '../selectors/holdsPageData.ts';
import { looksGenerated } from '../selectors/looksGenerated.ts';

/** Stands for a part of an address that is an id or may be somebody's. */
export const namelessPart = ':id';

/** Deeper paths are cut: no page needs more to be told from another. */
const mostParts = 24;
const longestPart = 64;

/** What comes after one of these in a path says whose it is, unless it is a word of an interface. */
const owners =
  /^(?:users?|customers?|clients?|members?|people|persons?|patients?|employees?|accounts?|profiles?|orders?|u)$/i;

/** Shorter words are abbreviations. */
const shortestName = 4;

/**
 * What a page is called in a report, and what two looks at the same page have in common: the address without
 * credentials, query and anchor, with `:id` for each part of its path that is a number, a token or may be somebody's name.
 * A fragment that is a route (`#/orders/7`) counts like a path. In doubt a part is `:id`: two pages are then one. A name that
 * is in no list of names, and stands behind no word like `users`, cannot be told and stays.
 *
 * @param url absolute; what is no address of a web page is named by its scheme only
 */
export function pageName(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]{0,20}):(?:\/\/(?:[^/?#@]{0,400}@)?([^/?#]{0,400}))?([^?#]{0,4000})/i.exec(
    url,
  );
  if (!parts) return '';
  const [, written = '', host = '', path = ''] = parts;
  const scheme = written.toLowerCase();
  if (scheme === 'file') return `file://${pathName(path.slice(path.lastIndexOf('/')))}`;
  if (scheme !== 'http' && scheme !== 'https') return `${scheme}:`;
  return `${scheme}://${hostName(host)}${pathName(path === '' ? '/' : path)}${routeName(url)}`;
}

/** Single-page applications of an older kind keep their route behind the hash; anything else there is an anchor. */
function routeName(url: string): string {
  const at = url.indexOf('#');
  const [, mark = '', route = ''] = at < 0 ? [] : (/^(#!?)(\/[^?#]{0,4000})/.exec(url.slice(at)) ?? []);
  return mark === '' ? '' : `${mark}${pathName(route)}`;
}

function pathName(path: string): string {
  const parts = path.split('/');
  const named = parts
    .slice(0, mostParts)
    .map((part, index) => (isNameless(part, parts[index - 1]) ? namelessPart : part));
  return [...named, ...(parts.length > mostParts ? ['...'] : [])].join('/');
}

function isNameless(part: string, before: string | undefined): boolean {
  if (part === '') return false;
  const [, name = part] = /^(.{1,64})\.(?:html?|php|aspx?|jsp)$/i.exec(part) ?? [];
  // Versions, and pages that are called by a short number (`/2/`), are nobody's.
  if (/^v\d{1,2}$/i.test(name)) return false;
  if (part.length > longestPart + 6 || mayBeSomebodys(name)) return true;
  return owners.test(before ?? '') && !wordsOf(name).every(isInterfaceWord);
}

function mayBeSomebodys(name: string): boolean {
  return !isPlainName(name) || looksGenerated(name) || wordsOf(name).some(isName);
}

/** Names that are words, or places, as well are taken for those: `/april/`, `/paris/`. */
function isName(word: string): boolean {
  if (word.length < shortestName || isInterfaceWord(word)) return false;
  if (ambiguousNames.has(word) || placeNames.has(word)) return false;
  return isKnown(word) || isGluedName(word);
}

/** `averymorgan`. */
function isGluedName(word: string): boolean {
  for (let cut = shortestName; cut <= Math.min(word.length, longestPart) - shortestName; cut += 1) {
    const [first, second] = [word.slice(0, cut), word.slice(cut)];
    if (isKnown(first) && isKnown(second) && !isInterfaceWord(first) && !isInterfaceWord(second)) return true;
  }
  return false;
}

function isKnown(word: string): boolean {
  const { given, family } = knownNames();
  return given.has(word) || family.has(word);
}

/** The last two labels say whose site it is; a label before them may say whose account. Numbers of an IP address stay. */
function hostName(host: string): string {
  const [, name = '', port = ''] = /^(\[[0-9a-f:.]{2,45}\]|[^:]*)(:\d{1,5})?/i.exec(host) ?? [];
  if (name.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name)) return name + port;
  const labels = name.toLowerCase().split('.');
  const site = labels.slice(-2);
  const before = labels.slice(0, -2).map((label) => (mayBeSomebodys(label) ? namelessPart : label));
  return [...before, ...site].join('.') + port;
}
