import type { ElementSite } from '../profile.ts';
import { replaceCssAddresses } from './replaceCssAddresses.ts';

const withProtocol = /^(?:[a-z+]+:)?\/\//i;
const withWww = /^www\..*/i;
const inline = /^(?:data:[^,]*,|blob:)/i;
const inlineData = /^data:[^,]*,/i;

/** Where forks differ from each other. */
export interface CssAddresses {
  /** The fragments of both addresses are left out of the reckoning. */
  readonly splitsFragment: boolean;
  /** `#name` and `blob:` stay as they are. */
  readonly keepsOwn: boolean;
}

/** rrweb-snapshot@2.2.2. */
export const latestCss: CssAddresses = { splitsFragment: true, keepsOwn: true };

/** Addresses in style text made absolute: rrweb-snapshot@2.2.2 `absolutifyURLs`. */
export function absoluteCss(css: string, base: string, how: CssAddresses = latestCss): string {
  return replaceCssAddresses(css, (path, quote) => {
    const isOwn = how.keepsOwn ? inline.test(path) || path.startsWith('#') : inlineData.test(path);
    if (withProtocol.test(path) || withWww.test(path) || isOwn) return `url(${quote}${path}${quote})`;
    if (path.startsWith('/')) return `url(${quote}${originOf(base)}${path}${quote})`;
    return `url(${quote}${relativeTo(base, path, how)}${quote})`;
  });
}

function originOf(base: string): string {
  const parts = base.split('/');
  const origin = base.includes('//') ? parts.slice(0, 3).join('/') : (parts[0] ?? '');
  return origin.split('?')[0] ?? '';
}

function relativeTo(base: string, path: string, { splitsFragment }: CssAddresses): string {
  const before = (text: string): string => (splitsFragment ? (text.split('#')[0] ?? '') : text);
  const plain = before(path);
  const stack = before(base).split('/');
  stack.pop();
  for (const part of plain.split('/')) {
    if (part === '..') stack.pop();
    else if (part !== '.') stack.push(part);
  }
  return stack.join('/') + path.slice(plain.length);
}

/** Each candidate of a `srcset` made absolute: rrweb-snapshot@2.2.2 `getAbsoluteSrcsetString`. */
function absoluteSrcset(value: string, element: ElementSite): string {
  if (value.trim() === '') return value;
  const found: string[] = [];
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const text = pattern.exec(value)?.[0] ?? '';
    at += text.length;
    return text;
  };
  for (;;) {
    take(/[, \t\n\r\f]*/y);
    if (at >= value.length) return found.join(', ');
    const address = take(/[^ \t\n\r\f]+/y);
    if (address.endsWith(',')) found.push(absolute(address.slice(0, -1), element));
    else found.push((absolute(address, element) + take(/(?:[^,(]|\([^)]*(?:\)|$))*/y)).trim());
    if (value[at] === ',') at += 1;
  }
}

/** `a.href` of an address; what is empty, a blob or data stays as it is: rrweb-snapshot@2.2.2 `getHref`. */
function absolute(address: string, element: ElementSite): string {
  if (address === '' || address.startsWith('blob:') || address.startsWith('data:')) return address;
  return element.resolve(address);
}

const tableParts = new Set(['table', 'td', 'th']);

/** An attribute as it leaves: rrweb-snapshot@2.2.2 `transformAttribute`. */
export function transformAttribute(
  element: ElementSite,
  name: string,
  value: string,
  css: CssAddresses = latestCss,
): string {
  if (value === '') return value;
  const { tag } = element;
  switch (name) {
    case 'src':
      return absolute(value, element);
    case 'href':
      return tag === 'use' && value.startsWith('#') ? value : absolute(value, element);
    case 'xlink:href':
      return value.startsWith('#') ? value : absolute(value, element);
    case 'background':
      return tableParts.has(tag) ? absolute(value, element) : value;
    case 'srcset':
      return absoluteSrcset(value, element);
    case 'style':
      return absoluteCss(value, element.base(), css);
    case 'data':
      return tag === 'object' ? absolute(value, element) : value;
    default:
      return value;
  }
}
