import type { ElementFacts } from '../../core/selectors/elementFacts.ts';
import { domAccess } from '../domAccess.ts';
import { readElementFacts } from './elementFacts.ts';

/** Further ancestors cannot make a selector better, only longer. */
const mostAncestors = 40;

/** Facts of what an element stands in, nearest first; ends at the root of the element's own tree. */
export function readAncestorFacts(element: Element): ElementFacts[] {
  const found: ElementFacts[] = [];
  let parent = domAccess.parentNode(element);
  while (parent && domAccess.isElement(parent) && found.length < mostAncestors) {
    found.push(readElementFacts(parent));
    parent = domAccess.parentNode(parent);
  }
  return found;
}
