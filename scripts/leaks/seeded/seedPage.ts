import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { createRandom } from '../../../core/visitor/createRandom.ts';
import { createIdentities, type SeedValue, seedKinds } from './createIdentities.ts';
import type { Planted, SeedPlace } from './seedPlace.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** One value in one place of one page. */
export interface Seed extends Planted {
  readonly place: string;
  readonly value: SeedValue;
}

export interface SeededPage {
  readonly html: string;
  readonly seeds: readonly Seed[];
}

/** Anything may stand before the end of these. */
const blocks = new Set([
  'div',
  'section',
  'article',
  'main',
  'aside',
  'header',
  'footer',
  'li',
  'td',
  'body',
]);
/** Nothing that is put in here is content of the page, or not as it was put in. */
const closed = new Set([
  'template',
  'noscript',
  'svg',
  'math',
  'select',
  'button',
  'script',
  'style',
  'textarea',
  'a',
]);
/** How often another kind is tried for a place that does not take the first. */
const tries = 8;

/**
 * Plants one value in each place of a page, each place once, somewhere in the page.
 *
 * @param seed the same seed and page give the same result
 */
export function seedPage(html: string, places: readonly SeedPlace[], seed: number): SeededPage {
  const random = createRandom(seed);
  const identities = createIdentities(seed ^ 0x5eed);
  const spots = spotsOf(html);
  const seeds: Seed[] = [];
  const insertions: { readonly at: number; readonly html: string }[] = [];
  const used = new Set<string>();
  for (const [serial, place] of places.entries()) {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const value = identities.make(random.pick(seedKinds));
      const planted = isLikeOneOf(used, bare(value)) ? undefined : place.plant(value, serial);
      if (!planted) continue;
      used.add(bare(value));
      seeds.push({ place: place.id, value, ...planted });
      insertions.push({ at: place.in === 'head' ? spots.head : random.pick(spots.body), html: planted.html });
      break;
    }
  }
  return { html: insertAll(html, insertions), seeds };
}

/** What holds another value would look as if that one were sent. */
function isLikeOneOf(used: ReadonlySet<string>, one: string): boolean {
  return [...used].some((known) => known.includes(one) || one.includes(known));
}

/** Two values that are one to the finder would be one finding; telephone numbers are compared by their last digits. */
function bare({ kind, written }: SeedValue): string {
  const compact = written.replace(/[^\p{L}\d]/gu, '').toLowerCase();
  return kind === 'phone' ? compact.slice(-8) : compact;
}

interface Spots {
  readonly head: number;
  readonly body: readonly number[];
}

function spotsOf(html: string): Spots {
  const body: number[] = [];
  let head = -1;
  const visit = (node: Node): void => {
    if (!('tagName' in node)) {
      if ('childNodes' in node) node.childNodes.forEach(visit);
      return;
    }
    if (closed.has(node.tagName)) return;
    const end = endOf(node);
    if (end !== undefined && node.tagName === 'head') head = end;
    if (end !== undefined && blocks.has(node.tagName)) body.push(end);
    node.childNodes.forEach(visit);
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  // A page without its own end tags: behind everything, where a browser still takes it for its body.
  return { head: head === -1 ? 0 : head, body: body.length > 0 ? body : [html.length] };
}

function endOf(element: Element): number | undefined {
  return element.sourceCodeLocation?.endTag?.startOffset;
}

function insertAll(
  html: string,
  insertions: readonly { readonly at: number; readonly html: string }[],
): string {
  const sorted = insertions.toSorted((a, b) => a.at - b.at);
  const parts: string[] = [];
  let done = 0;
  for (const { at, html: added } of sorted) {
    parts.push(html.slice(done, at), added);
    done = at;
  }
  return parts.join('') + html.slice(done);
}
