import type { AnyNode } from 'domhandler';
import type { ControlState } from '../capture/treeAdapter.ts';
import type { FieldClass } from '../fields/fieldFacts.ts';
import { standInFor } from '../findings/standIns.ts';
import { growTree } from './growTree.ts';
import { createHiddenParts } from './hiddenParts.ts';
import type {
  HiddenValue,
  PageSnapshot,
  SavedControl,
  SnapshotElement,
  SnapshotText,
} from './pageSnapshot.ts';
import type { SavedPage } from './savedPage.ts';

/** Stand for what was there and held nothing that anybody looks for. */
const dots = '•••';
/**
 * Words may have stood beside the values that were found, and some recorders mask only words with a digit: these are
 * letters that look like dots (U+1427).
 */
const otherWords = '\u1427\u1427\u1427';
const standIns: Readonly<Record<SnapshotText['text'], string>> = { blank: ' ', text: dots, comment: dots };

/** A page that was kept, as a tree that rules are run on. */
export function growSnapshotPage(kept: Pick<PageSnapshot, 'nodes' | 'url' | 'values'>): SavedPage {
  const { nodes, url } = kept;
  const standIn = (numbers: readonly number[]) => standInFor(numbers, kept.values);
  const controls = new Map<AnyNode, ControlState>();
  const fields = new Map<AnyNode, FieldClass>();
  const closed = new Set<AnyNode>();
  const hidden = createHiddenParts();
  const { document, ids, frames, quirks, roots } = growTree<SnapshotElement, SnapshotText>({
    nodes,
    attributes(node, element) {
      if (node.control) controls.set(element, controlOf(node.control, standIn));
      if (node.field) fields.set(element, node.field);
      if (node.closed) closed.add(element);
      hidden.add(element, node);
      return attributesOf(node, standIn);
    },
    text: ({ text, values }) => ({
      data: values ? `${otherWords} ${standIn(values)}` : standIns[text],
      isComment: text === 'comment',
    }),
  });
  const snapshot = { frames, closed, controls, fields, quirks, hidden: hidden.parts, roots, ids };
  return { document, url, quirks: quirks.has(document), snapshot };
}

type StandIn = (numbers: readonly number[]) => string;

function attributesOf({ attributes = [] }: SnapshotElement, standIn: StandIn): Record<string, string> {
  const found = Object.create(null) as Record<string, string>;
  for (const [name, value] of attributes)
    found[name] = typeof value === 'string' ? value : standInOf(value, standIn);
  return found;
}

function standInOf({ shape, values }: HiddenValue, standIn: StandIn): string {
  const rest = values ? standIn(values) : dots;
  return shape === undefined ? rest : shape;
}

function controlOf({ type, filled, values }: SavedControl, standIn: StandIn): ControlState {
  const isCheckable = type === 'checkbox' || type === 'radio';
  const empty = isCheckable ? 'on' : '';
  return { type, value: values ? standIn(values) : filled ? dots : empty, checked: false };
}
