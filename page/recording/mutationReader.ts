import type { LateCapture } from '../../core/capture/lateCapture.ts';
import type { LateTree } from '../../core/capture/lateTree.ts';
import { domAccess } from '../domAccess.ts';

export interface MutationReaderOptions {
  readonly late: LateCapture<Node>;
  readonly tree: LateTree<Node>;
  readonly isOurs: (node: Node) => boolean;
}

/** Turns one batch of mutations into late changes: each node once, as it is at the end of the batch. */
export function createMutationReader({ late, tree, isOurs }: MutationReaderOptions) {
  function* read(records: readonly MutationRecord[]): Generator<number, void> {
    const added = new Set<Node>();
    const texts = new Set<Node>();
    const attributes = new Map<Element, Map<string, string | null>>();
    for (const record of records) {
      if (isOurs(record.target)) continue;
      if (record.type === 'childList') noteChildren(record, added);
      else if (record.type === 'characterData') noteText(record, texts);
      else noteAttribute(record, attributes);
    }
    const fresh = topmost(added);
    for (const node of fresh) yield* late.added(node);
    for (const text of texts) if (!isUnder(text, fresh)) late.text(text);
    for (const [element, names] of attributes) {
      if (isUnder(element, fresh)) continue;
      for (const [name, before] of names) late.attribute(element, name, before);
    }
  }

  function noteChildren(record: MutationRecord, added: Set<Node>): void {
    for (const node of record.removedNodes) {
      if (isOurs(node)) continue;
      late.removed(node, !node.isConnected);
      added.delete(node);
    }
    for (const node of record.addedNodes) if (!isOurs(node)) added.add(node);
  }

  /** Those that are still there and in no other that was added: the others come with it. */
  function topmost(added: ReadonlySet<Node>): Set<Node> {
    const found = new Set<Node>();
    for (const node of added) if (node.isConnected && !hasAncestorIn(node, added)) found.add(node);
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
