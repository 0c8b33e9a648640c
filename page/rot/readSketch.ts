import { type ElementSketch, sketchLimits } from '../../core/rot/elementSketch.ts';
import { mostPositions, sketchElement } from '../../core/rot/sketchElement.ts';
import type { WordOnPage } from '../../core/selectors/holdsPageData.ts';
import { domAccess } from '../domAccess.ts';
import { ancestorsOf } from '../picker/ancestorFacts.ts';
import { readElementNames } from '../picker/elementFacts.ts';

/** Children looked at: what comes after is more of the same. */
const mostChildren = 40;

/** What a live element is remembered by. Ancestors end at the root of its own tree. */
export function readSketch(element: Element, wordOnPage: WordOnPage): ElementSketch {
  const before = domAccess.previousElementSibling(element);
  const after = domAccess.nextElementSibling(element);
  return sketchElement(
    {
      element: readElementNames(element),
      position: positionOf(element),
      ancestors: ancestorsOf(element, sketchLimits.around).map(readElementNames),
      ...contentOf(element),
      before: before ? readElementNames(before) : undefined,
      after: after ? readElementNames(after) : undefined,
    },
    wordOnPage,
  );
}

function contentOf(element: Element): { readonly childTags: string[]; readonly textLength: number } {
  const childTags: string[] = [];
  let textLength = 0;
  let looked = 0;
  for (
    let child = domAccess.firstChild(element);
    child && looked < mostChildren;
    child = domAccess.nextSibling(child)
  ) {
    looked += 1;
    if (domAccess.isElement(child)) childTags.push(domAccess.localName(child));
    else if (domAccess.nodeType(child) === 3) textLength += domAccess.data(child as Text).trim().length;
  }
  return { childTags, textLength };
}

function positionOf(element: Element): number {
  const tag = domAccess.localName(element);
  let position = 1;
  let at = domAccess.previousElementSibling(element);
  for (let looked = 1; at && looked < mostPositions; at = domAccess.previousElementSibling(at)) {
    looked += 1;
    if (domAccess.localName(at) === tag) position += 1;
  }
  return position;
}
