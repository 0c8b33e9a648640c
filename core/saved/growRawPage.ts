import type { AnyNode, Element } from 'domhandler';
import type { ControlState } from '../capture/treeAdapter.ts';
import { growTree } from './growTree.ts';
import { createHiddenParts } from './hiddenParts.ts';
import type { RawElement, RawNode, RawText } from './rawSnapshot.ts';
import type { SavedPage } from './savedPage.ts';

/** A page as it was read, as a tree: in the worker only, and only until it is redacted. */
export function growRawPage(nodes: readonly RawNode[], url: string): SavedPage {
  const controls = new Map<AnyNode, ControlState>();
  const closed = new Set<AnyNode>();
  const { document, ids, frames, quirks, roots } = growTree<RawElement, RawText>({
    nodes,
    attributes(node, element) {
      if (node.control) controls.set(element, controlOf(node.control));
      if (node.closed) closed.add(element);
      return attributesOf(node, element);
    },
    text: ({ kind, text }) => ({ data: text, isComment: kind === 'comment' }),
  });
  const { parts: hidden } = createHiddenParts();
  const snapshot = { frames, closed, controls, fields: new Map(), quirks, hidden, roots, ids };
  return { document, url, quirks: quirks.has(document), snapshot };
}

/** Made of what a page wrote: `__proto__` is a name like any other. */
function attributesOf({ attributes = [] }: RawElement, _element: Element): Record<string, string> {
  return Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(attributes));
}

function controlOf([type, value, chosen]: NonNullable<RawElement['control']>): ControlState {
  return { type, value, ...(chosen === undefined ? undefined : { chosen }), checked: false };
}
