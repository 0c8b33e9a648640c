import { maxLabelLength } from '../core/fields/fieldReading.ts';
import { domAccess } from './domAccess.ts';

/** White space between words is dropped later; beyond this nothing of a label is kept. */
const enough = maxLabelLength * 4;
/** Nodes that are looked at: a page may say that all of itself is the label of each of its fields. */
const maxNodes = 400;

/** The beginning of a node's text, as much of it as a label can hold. */
export function textOf(node: Node): string {
  let text = '';
  let at: Node | null = node;
  for (let looked = 0; at && looked < maxNodes && text.length < enough; looked += 1) {
    const type = domAccess.nodeType(at);
    if (type === 3 || type === 4) text += domAccess.data(at as CharacterData).slice(0, enough);
    let next: Node | null = type === 1 ? domAccess.firstChild(at) : null;
    while (!next && at && at !== node) {
      next = domAccess.nextSibling(at);
      if (!next) at = domAccess.parentNode(at);
    }
    at = next;
  }
  return text;
}
