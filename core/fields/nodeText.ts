import { maxLabelLength } from './fieldReading.ts';
import type { FieldTree } from './fieldTree.ts';

/** White space between words is dropped later; beyond this nothing of a label is kept. */
const enough = maxLabelLength * 4;
/** Nodes that are looked at: a page may say that all of itself is the label of each of its fields. */
const maxNodes = 400;
/** What is in these is no label: code, and what other controls hold or offer. */
const skipped: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'select',
  'textarea',
]);

/** The beginning of a node's text, as much of it as a label can hold, white space as one space. */
export function nodeText<N>(tree: FieldTree<N>, node: N): string {
  let text = '';
  let at: N | null = node;
  for (let looked = 0; at !== null && looked < maxNodes && text.length < enough; looked += 1) {
    if (tree.isText(at)) text += tree.text(at).slice(0, enough);
    let next: N | null = isOpen(tree, at, node) ? tree.firstChild(at) : null;
    while (next === null && at !== null && at !== node) {
      next = tree.nextSibling(at);
      if (next === null) at = tree.parent(at);
    }
    at = next;
  }
  return tidyText(text);
}

function isOpen<N>(tree: FieldTree<N>, at: N, node: N): boolean {
  return tree.isElement(at) && (at === node || !skipped.has(tree.tag(at)));
}

/** A text as labels are kept: white space as one space, no longer than needed. */
export function tidyText(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, maxLabelLength);
}
