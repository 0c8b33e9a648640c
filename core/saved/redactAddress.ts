import { holdsPageData } from '../selectors/holdsPageData.ts';
import { isHiddenShape, nameShape } from './nameShape.ts';

const dots = '•••';

/**
 * The address of a saved page: scheme and host, and the segments of the path that are made of interface words. A label of
 * the host that holds a name or a number is dots too. No query, no fragment, no credentials.
 *
 * @param url absolute
 */
export function redactAddress(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]{0,20}):(?:\/\/(?:[^/?#@]{0,400}@)?([^/?#]{0,400}))?([^?#]{0,4000})/i.exec(
    url,
  );
  if (!parts) return '';
  const [, scheme = '', host = '', path = ''] = parts;
  if (!/^(?:https?|file)$/i.test(scheme)) return `${scheme.toLowerCase()}:`;
  const place = scheme.toLowerCase() === 'file' ? path.slice(path.lastIndexOf('/')) : path;
  return `${scheme.toLowerCase()}://${hostOf(host)}${place.split('/').map(segmentOf).join('/')}`;
}

function hostOf(host: string): string {
  const [, name = '', port = ''] = /^([^:]*)(:\d{1,5})?/.exec(host) ?? [];
  const labels = name.split('.');
  // The last two say whose site it is; what stands before them may say whose account.
  const site = labels.slice(-2).map((label) => (holdsPageData(label, () => false) ? dots : label));
  const before = labels.slice(0, -2).map((label) => (isHiddenShape(nameShape(label)) ? dots : label));
  return [...before, ...site].join('.') + port;
}

function segmentOf(segment: string): string {
  if (segment === '') return segment;
  const [, name = segment, ending = ''] = /^(.{1,200})(\.(?:html?|php|aspx?|jsp))$/i.exec(segment) ?? [];
  return isHiddenShape(nameShape(name)) || !/^[\w.-]*$/.test(name) ? dots : name + ending;
}

/** What a person may call the page: the last parts of its path that say something, or the address where it has none. */
export function suggestedName(redacted: string): string {
  if (!redacted.includes('://')) return redacted;
  const [host = '', ...path] = redacted.slice(redacted.indexOf('://') + 3).split('/');
  const words = path
    .filter((segment) => segment !== '' && segment !== dots)
    .map((segment) => segment.replace(/\.\w{2,5}$/, '').replace(/[-_]+/g, ' '));
  const name = words.slice(-3).join(' › ');
  return name === '' ? host : name;
}
