import type { FieldTree } from './fieldTree.ts';
import { nodeText } from './nodeText.ts';

/** A label further up than this labels a group, not the field. */
const maxLevelsBefore = 3;
const maxLevelsAfter = 2;
/** Nodes beside a control that are looked at for a text: a list of 10,000 empty rows would be gone through for each. */
const maxNearbyNodes = 32;
const maxRows = 8;
const maxCells = 40;

/** Texts that label a field by layout alone: what stands before and after it, and the head of its column. */
export function createNearbyReader<N>(tree: FieldTree<N>) {
  /** Whether there is a control in a part of the page: asked again by every control near it. */
  const controls = new Map<N, boolean>();

  function holdsControl(element: N): boolean {
    const known = controls.get(element);
    if (known !== undefined) return known;
    const holds = tree.holdsControl(element);
    controls.set(element, holds);
    return holds;
  }

  /** The closest text in one direction, up to the next control. */
  function textBeside(
    element: N,
    levels: number,
    step: (node: N) => N | null,
    stops: (node: N) => boolean,
  ): string {
    let at: N | null = element;
    let looked = 0;
    for (let level = 0; at !== null && level < levels; level += 1) {
      for (let beside = step(at); beside !== null && looked < maxNearbyNodes; beside = step(beside)) {
        looked += 1;
        if (tree.isElement(beside) && stops(beside)) return '';
        const text = nodeText(tree, beside);
        if (text !== '') return text;
      }
      at = tree.parent(at);
    }
    return '';
  }

  function isControl(element: N): boolean {
    const tag = tree.tag(element);
    return tag === 'select' || tag === 'textarea' || (tag === 'input' && !isHidden(element));
  }

  function isHidden(input: N): boolean {
    return tree.attribute(input, 'type')?.toLowerCase() === 'hidden';
  }

  /** The cell of the table's first row above this cell, where that is another row and holds no control. */
  function columnHead(cell: N): string {
    const row = tree.parent(cell);
    if (row === null) return '';
    let place = 0;
    for (let before = tree.previousSibling(cell); before !== null; before = tree.previousSibling(before)) {
      if (tree.isElement(before)) place += 1;
      if (place > maxCells) return '';
    }
    const head = firstRow(row);
    const above = head === null || head === row ? null : childAt(head, place);
    return above === null || holdsControl(above) ? '' : nodeText(tree, above);
  }

  function firstRow(row: N): N | null {
    let table = tree.parent(row);
    if (table !== null && tree.tag(table) !== 'table') table = tree.parent(table) ?? table;
    let at: N | null = table === null ? null : tree.firstChild(table);
    for (let looked = 0; at !== null && looked < maxRows; looked += 1) {
      const tag = tree.isElement(at) ? tree.tag(at) : '';
      if (tag === 'tr') return at;
      at = tag === 'thead' || tag === 'tbody' ? tree.firstChild(at) : tree.nextSibling(at);
    }
    return null;
  }

  function childAt(parent: N, place: number): N | null {
    let left = place;
    for (let child = tree.firstChild(parent); child !== null; child = tree.nextSibling(child)) {
      if (!tree.isElement(child)) continue;
      if (left === 0) return child;
      left -= 1;
    }
    return null;
  }

  return {
    /** Goes past controls beside it: the boxes of a split number have their text before the first one. */
    before: (element: N) => textBeside(element, maxLevelsBefore, tree.previousSibling, holdsControl),
    after: (element: N) =>
      textBeside(element, maxLevelsAfter, tree.nextSibling, (node) => isControl(node) || holdsControl(node)),
    columnHead,
  };
}
