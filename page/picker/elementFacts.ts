import type { ElementFacts, ElementNames } from '../../core/selectors/elementFacts.ts';
import { stableAttributes } from '../../core/selectors/stableAttributes.ts';
import { domAccess } from '../domAccess.ts';

/** Siblings counted for a position; a table with more rows than this gets no position. */
const mostSiblings = 20_000;

/** Names longer than this are data or generated. */
const longestName = 128;

/** Classes beyond this are utilities. */
const mostClasses = 40;

/** Reads what suggestions may know of an element: names and position, no content. */
export function readElementFacts(element: Element): ElementFacts {
  return { ...readElementNames(element), ...positionOf(element) };
}

/** The names alone: a position is counted over all siblings, which adds up when many elements are read. */
export function readElementNames(element: Element): ElementNames {
  const attributes = [...stableAttributes.keys()].flatMap((name): [string, string][] => {
    const value = domAccess.getAttribute(element, name);
    return value && value.length <= longestName ? [[name, value]] : [];
  });
  return {
    tag: domAccess.localName(element),
    elementId: domAccess.getAttribute(element, 'id') ?? '',
    classes: (domAccess.getAttribute(element, 'class') ?? '')
      .split(/\s+/)
      .filter((name) => name !== '' && name.length <= longestName)
      .slice(0, mostClasses),
    attributes,
  };
}

function positionOf(element: Element): { readonly position: number; readonly ofType: number } {
  const tag = domAccess.localName(element);
  const parent = domAccess.parentNode(element);
  let position = 1;
  let ofType = 0;
  let counted = 0;
  let node: Node | null = parent ? domAccess.firstChild(parent) : null;
  for (; node && counted < mostSiblings; node = domAccess.nextSibling(node)) {
    counted += 1;
    if (!domAccess.isElement(node) || domAccess.localName(node) !== tag) continue;
    ofType += 1;
    if (node === element) position = ofType;
  }
  return { position, ofType };
}
