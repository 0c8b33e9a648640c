import type { LateCapture } from '../../core/capture/lateCapture.ts';
import type { LateTree } from '../../core/capture/lateTree.ts';
import { domAccess } from '../domAccess.ts';

export interface MutationReaderOptions {
  readonly late: LateCapture<Node>;
  readonly tree: LateTree<Node>;
  readonly isOurs: (node: Node) => boolean;
}

/** Of each kind of step so many between two breaths: about 1 ms. */
const stepsPerSlice = 256;

/** Turns one batch of mutations into late changes: each node once, as it is at the end of the batch. */
export function createMutationReader({ late, tree, isOurs }: MutationReaderOptions) {
  function* read(records: readonly MutationRecord[]): Generator<number, void> {
    const added = new Set<Node>();
    const texts = new Set<Node>();
    const attributes = new Map<Element, Map<string, string | null>>();
    const slice = createSlice();
    for (const record of records) {
      if (slice.isOver()) yield 0;
      if (isOurs(record.target)) continue;
      if (record.type === 'childList') yield* noteChildren(record, added);
      else if (record.type === 'characterData') noteText(record, texts);
      else noteAttribute(record, attributes);
    }
    const fresh = yield* topmost(added);
    for (const node of fresh) {
      if (slice.isOver()) yield 0;
      yield* late.added(node);
    }
    for (const text of texts) {
      if (slice.isOver()) yield 0;
      if (!isUnder(text, fresh)) late.text(text);
    }
    for (const [element, names] of attributes) {
      if (slice.isOver()) yield 0;
      if (isUnder(element, fresh)) continue;
      for (const [name, before] of names) late.attribute(element, name, before);
    }
  }

  function* noteChildren(record: MutationRecord, added: Set<Node>): Generator<number, void> {
    for (const node of record.removedNodes) {
      if (isOurs(node)) continue;
      yield* late.removed(node, !node.isConnected);
      added.delete(node);
    }
    for (const node of record.addedNodes) if (!isOurs(node)) added.add(node);
  }

  /** Those that are still there and in no other that was added: the others come with it. */
  function* topmost(added: ReadonlySet<Node>): Generator<number, Set<Node>> {
    const found = new Set<Node>();
    const slice = createSlice();
    for (const node of added) {
      if (slice.isOver()) yield 0;
      if (node.isConnected && !hasAncestorIn(node, added)) found.add(node);
    }
    return found;
  }

  function hasAncestorIn(node: Node, set: ReadonlySet<Node>): boolean {
    for (let at = up(node); at; at = up(at)) if (set.has(at)) return true;
    return false;
  }

  function isUnder(node: Node, set: ReadonlySet<Node>): boolean {
    return set.size > 0 && (set.has(node) || hasAncestorIn(node, set));
  }

  function up(node: Node): Node | null {
    return tree.parent(node) ?? tree.owner(node);
  }

  return { read };
}

function createSlice() {
  let steps = 0;
  return {
    isOver(): boolean {
      steps += 1;
      return steps % stepsPerSlice === 0;
    },
  };
}

function noteText(record: MutationRecord, texts: Set<Node>): void {
  if (domAccess.data(record.target as CharacterData) !== record.oldValue) texts.add(record.target);
}

function noteAttribute(record: MutationRecord, attributes: Map<Element, Map<string, string | null>>): void {
  const element = record.target as Element;
  const name = record.attributeName;
  if (name === null || domAccess.getAttribute(element, name) === record.oldValue) return;
  const names = attributes.get(element) ?? new Map<string, string | null>();
  // The first of a batch tells what it was before.
  if (!names.has(name)) names.set(name, record.oldValue);
  attributes.set(element, names);
}
