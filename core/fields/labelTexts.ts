import type { FieldTree } from './fieldTree.ts';
import { nodeText } from './nodeText.ts';

/** More labels than these say nothing new of a field. */
const maxLabels = 8;
/** Ids that one attribute is read for. */
const maxReferences = 8;

/** What a document or shadow root says of its fields by their ids. */
export interface LabelTexts<N> {
  /** Texts of `<label for>`, by the id they name. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** Controls of ids that several labels name, where there are several of one id. */
  readonly copies: ReadonlyMap<string, readonly N[]>;
  /** Texts that some aria-labelledby or aria-describedby refers to, by id. */
  readonly referenced: ReadonlyMap<string, string>;
}

/** One look at each root: `element.labels` walks the whole tree for every control, 11 s on 70,000 elements. */
export function readLabelTexts<N>(tree: FieldTree<N>, root: N): LabelTexts<N> {
  const labels = new Map<string, string[]>();
  for (const label of Array.from(tree.find(root, 'labels'))) {
    const id = tree.attribute(label, 'for') ?? '';
    const known = labels.get(id);
    if (id === '') continue;
    if (known === undefined) labels.set(id, [nodeText(tree, label)]);
    else if (known.length < maxLabels) known.push(nodeText(tree, label));
  }
  return { labels, copies: readCopies(tree, root, labels), referenced: readReferenced(tree, root) };
}

function readCopies<N>(
  tree: FieldTree<N>,
  root: N,
  labels: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly N[]> {
  const copies = new Map<string, N[]>();
  if (![...labels.values()].some((texts) => texts.length > 1)) return copies;
  for (const control of Array.from(tree.find(root, 'controls'))) {
    const id = tree.attribute(control, 'id') ?? '';
    if ((labels.get(id)?.length ?? 0) < 2) continue;
    const known = copies.get(id);
    if (known === undefined) copies.set(id, [control]);
    else if (known.length < maxLabels) known.push(control);
  }
  return copies;
}

function readReferenced<N>(tree: FieldTree<N>, root: N): ReadonlyMap<string, string> {
  const wanted = new Set<string>();
  for (const element of Array.from(tree.find(root, 'referring'))) {
    for (const name of ['aria-labelledby', 'aria-describedby']) {
      for (const id of referencesOf(tree, element, name)) wanted.add(id);
    }
  }
  const found = new Map<string, string>();
  if (wanted.size === 0) return found;
  for (const element of Array.from(tree.find(root, 'identified'))) {
    const id = tree.attribute(element, 'id') ?? '';
    if (wanted.has(id) && !found.has(id)) found.set(id, nodeText(tree, element));
  }
  return found;
}

/** The ids that an attribute of an element names. */
export function referencesOf<N>(tree: FieldTree<N>, element: N, name: string): readonly string[] {
  const value = tree.attribute(element, name);
  if (value === null) return [];
  return value
    .split(/\s+/)
    .filter((id) => id !== '')
    .slice(0, maxReferences);
}
