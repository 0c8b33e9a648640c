import type { ElementFacts } from '../../core/selectors/elementFacts.ts';
import { domAccess } from '../domAccess.ts';
import { readElementFacts } from './elementFacts.ts';

/** Further ancestors cannot make a selector better, only longer. */
const mostAncestors = 40;

/** Facts of what an element stands in, nearest first; ends at the root of the element's own tree. */
export function readAncestorFacts(element: Element): ElementFacts[] {
  return ancestorsOf(element, mostAncestors).map(readElementFacts);
}

/** What an element stands in, nearest first, so many at most; ends at the root of the element's own tree. */
export function ancestorsOf(element: Element, most: number): Element[] {
  const found: Element[] = [];
  let parent = domAccess.parentNode(element);
  while (parent && domAccess.isElement(parent) && found.length < most) {
    found.push(parent);
    parent = domAccess.parentNode(parent);
  }
  return found;
}
