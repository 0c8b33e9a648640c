/** What one sitemap file holds. */
export interface Sitemap {
  /** `index`: the addresses are those of further sitemaps. */
  readonly kind: 'index' | 'pages';
  readonly addresses: readonly string[];
}

/** The text is no sitemap that can be read. */
export class SitemapError extends Error {
  override readonly name = 'SitemapError';
}

/** Of the protocol (https://www.sitemaps.org/protocol.html): entries of one file, and the length of an address. */
const maxEntries = 50_000;
const maxAddress = 2048;
/** `urlset > url > loc`, and extensions below `url`. */
const maxDepth = 20;
/** Longer names are none of a sitemap. */
const maxName = 200;

/**
 * Reads a sitemap or an index of sitemaps (https://www.sitemaps.org/protocol.html), in one pass and without any entity
 * of the file's own: a document type is refused, so nothing in it can grow. A text file with one address on a line is
 * one too.
 *
 * @throws {SitemapError} when it is neither, or is cut off
 */
export function readSitemap(text: string): Sitemap {
  const body = text.replace(/^\uFEFF/, '').trimStart();
  if (!body.startsWith('<')) return readTextSitemap(body);
  return readXml(body);
}

function readTextSitemap(text: string): Sitemap {
  const lines = text.split(/\r\n|[\r\n]/, maxEntries + 1).map((line) => line.trim());
  const addresses = lines.filter((line) => line !== '');
  if (addresses.length === 0) throw new SitemapError('it is empty');
  if (!addresses.every((line) => /^https?:\/\//i.test(line))) throw new SitemapError('it is no sitemap');
  return { kind: 'pages', addresses: bounded(addresses) };
}

function readXml(text: string): Sitemap {
  const addresses: string[] = [];
  const open: string[] = [];
  let kind: Sitemap['kind'] | undefined;
  let said = '';
  for (const token of tokensOf(text)) {
    if (token.is === 'text') {
      if (isAddress(open)) said += token.text;
      continue;
    }
    if (token.is === 'close') {
      if (open.at(-1) !== token.name) throw new SitemapError('its elements are not closed in order');
      if (isAddress(open)) addresses.push(said.trim());
      open.pop();
      continue;
    }
    if (open.length === 0) {
      if (kind !== undefined) throw new SitemapError('it holds more than one document');
      kind = kindOf(token.name);
    }
    if (token.isEmpty) continue;
    if (open.length >= maxDepth) throw new SitemapError('its elements are nested too deep');
    open.push(token.name);
    said = '';
  }
  if (kind === undefined || open.length > 0) throw new SitemapError('it is cut off');
  return { kind, addresses: bounded(addresses) };
}

function kindOf(root: string): Sitemap['kind'] {
  if (root === 'urlset') return 'pages';
  if (root === 'sitemapindex') return 'index';
  throw new SitemapError('it is no sitemap');
}

/** `image:loc` and whatever other vocabularies put below `url` is not the address of a page. */
function isAddress(open: readonly string[]): boolean {
  return open.length === 3 && open[2] === 'loc' && (open[1] === 'url' || open[1] === 'sitemap');
}

/** More than the protocol allows in one file would be read in part only: then nobody knows what is missing. */
function bounded(addresses: readonly string[]): readonly string[] {
  if (addresses.length > maxEntries) throw new SitemapError(`it has more than ${maxEntries} entries`);
  if (addresses.some((address) => address.length > maxAddress))
    throw new SitemapError(`an address in it is longer than ${maxAddress} characters`);
  return addresses;
}

type Token =
  | { readonly is: 'open'; readonly name: string; readonly isEmpty: boolean }
  | { readonly is: 'close'; readonly name: string }
  | { readonly is: 'text'; readonly text: string };

/** What stands between brackets is found by its end, never searched again: linear in the text. */
function* tokensOf(text: string): Generator<Token> {
  let at = 0;
  while (at < text.length) {
    if (text[at] !== '<') {
      const end = orEnd(text.indexOf('<', at), text);
      yield { is: 'text', text: withEntities(text.slice(at, end)) };
      at = end;
    } else if (text.startsWith('<!--', at)) {
      at = after(text, '-->', at);
    } else if (text.startsWith('<![CDATA[', at)) {
      const end = after(text, ']]>', at);
      yield { is: 'text', text: text.slice(at + '<![CDATA['.length, end - ']]>'.length) };
      at = end;
    } else if (text.startsWith('<?', at)) {
      at = after(text, '?>', at);
    } else if (text.startsWith('<!', at)) {
      throw new SitemapError('it has a document type, which no sitemap needs');
    } else {
      const end = after(text, '>', at);
      yield tagIn(text.slice(at + 1, end - 1));
      at = end;
    }
  }
}

function orEnd(found: number, text: string): number {
  return found < 0 ? text.length : found;
}

function after(text: string, ending: string, from: number): number {
  const found = text.indexOf(ending, from);
  if (found < 0) throw new SitemapError('it is cut off');
  return found + ending.length;
}

/** Without the namespace's prefix for the default vocabulary only: `image:loc` keeps its own. */
function tagIn(inside: string): Token {
  const isClose = inside.startsWith('/');
  const name = /^[^\s/]{1,200}/.exec(isClose ? inside.slice(1) : inside)?.[0] ?? '';
  if (name === '' || name.length >= maxName) throw new SitemapError('it is no XML');
  return isClose ? { is: 'close', name } : { is: 'open', name, isEmpty: inside.endsWith('/') };
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five of XML and numbers; what else is called by a name would have to be declared, and nothing is. */
function withEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{1,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff && code > 0 ? String.fromCodePoint(code) : whole;
  });
}
