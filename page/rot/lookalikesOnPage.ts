import type { ElementSketch } from '../../core/rot/elementSketch.ts';
import { findLookalikes } from '../../core/rot/findLookalikes.ts';
import type { PageMemory } from '../../core/rot/matchMemory.ts';
import { domAccess, type QueryRoot } from '../domAccess.ts';
import { createWordLookup } from '../picker/pageWords.ts';
import { readSketch } from './readSketch.ts';

export interface LookalikeSearch {
  readonly remembered: Pick<PageMemory, 'count' | 'sketches'>;
  readonly roots: readonly QueryRoot[];
  readonly isOurs: (node: Node) => boolean;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
}

/** Elements of the page that look like what a rule matched once, in slices: every element is compared. */
export function* lookalikesOnPage(search: LookalikeSearch): Generator<number, readonly Element[]> {
  const { remembered, roots, now } = search;
  const wordOnPage = createWordLookup({ roots, now });
  const found = yield* findLookalikes(remembered, sketched());
  return found.map(({ element }) => element);

  function* sketched(): Generator<readonly [Element, ElementSketch]> {
    const tags = new Set(remembered.sketches.flatMap(({ tag }) => relatedTags(tag)));
    for (const root of roots) {
      for (const element of elementsBelow(root)) {
        if (search.isOurs(element) || !tags.has(domAccess.localName(element))) continue;
        yield [element, readSketch(element, wordOnPage)];
      }
    }
  }
}

/** Tags that take each other's place when a page is rebuilt; '*' in a sketch stands for a tag of the page's own. */
const families: readonly (readonly string[])[] = [
  ['input', 'textarea', 'select'],
  ['div', 'section', 'article', 'main', 'aside', 'header', 'footer', 'li', 'ul', 'ol', 'form', 'fieldset'],
  ['span', 'p', 'div', 'strong', 'b', 'em', 'small', 'a', 'dd', 'dt', 'td', 'time', 'address', 'label'],
  ['td', 'th', 'li', 'tr'],
  ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ['button', 'a'],
];

function relatedTags(tag: string): readonly string[] {
  return [tag, ...families.filter((family) => family.includes(tag)).flat()];
}

/** In document order, one at a time: a copied list of 70,000 would be one long task. */
function* elementsBelow(root: QueryRoot): Generator<Element> {
  let at = domAccess.firstElementChild(root);
  while (at) {
    yield at;
    let next: Element | null = domAccess.firstElementChild(at);
    let up: Element = at;
    while (!next) {
      next = domAccess.nextElementSibling(up);
      if (next) break;
      const parent = domAccess.parentNode(up);
      if (!parent || !domAccess.isElement(parent) || parent === root) return;
      up = parent;
    }
    at = next;
  }
}
