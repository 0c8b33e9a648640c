import { type AnyNode, type ChildNode, type Element, isTag, isText, type ParentNode } from 'domhandler';
import type { FieldQuery, FieldTree } from '../fields/fieldTree.ts';
import { isShadowTemplate } from './savedPage.ts';

const controlTags: ReadonlySet<string> = new Set(['input', 'select', 'textarea']);
const buttonTypes: ReadonlySet<string> = new Set(['submit', 'button', 'image']);

/** `fieldQueries` on a tree without a DOM. */
const queries: Readonly<Record<FieldQuery, (element: Element) => boolean>> = {
  labels: ({ name, attribs }) => name === 'label' && attribs.for !== undefined,
  referring: ({ attribs }) =>
    attribs['aria-labelledby'] !== undefined || attribs['aria-describedby'] !== undefined,
  identified: ({ attribs }) => attribs.id !== undefined,
  buttons: ({ name, attribs }) =>
    name === 'button' || (name === 'input' && buttonTypes.has(attribs.type?.toLowerCase() ?? '')),
  controls: isControl,
  options: ({ name }) => name === 'option',
};

/** Reads a saved page for the meaning of its fields. */
export function createSavedFieldTree(): FieldTree<AnyNode> {
  const ids = new Map<AnyNode, Map<string, Element>>();

  return {
    isElement: isTag,
    isText,
    parent: (node) => (node.parent && isTag(node.parent) ? node.parent : null),
    firstChild: (node) => skipShadow(childrenOf(node)[0] ?? null, (child) => child.next),
    previousSibling: (node) => skipShadow((node as ChildNode).prev, (child) => child.prev),
    nextSibling: (node) => skipShadow((node as ChildNode).next, (child) => child.next),
    tag: (node) => (node as Element).name,
    attribute: (node, name) => (node as Element).attribs[name] ?? null,
    attributeNames: (node) => Object.keys((node as Element).attribs),
    text: (node) => (isText(node) ? node.data : ''),
    root: rootOf,
    find: (root, what) => elementsBelow(root as ParentNode, queries[what]),
    byId(root, id) {
      const known = ids.get(root) ?? firstById(root as ParentNode);
      ids.set(root, known);
      return known.get(id) ?? null;
    },
    holdsControl: (node) => elementsBelow(node as ParentNode, isControl, 1).length > 0,
  };
}

function isControl({ name, attribs }: Element): boolean {
  return controlTags.has(name) && !(name === 'input' && attribs.type?.toLowerCase() === 'hidden');
}

function childrenOf(node: AnyNode): readonly ChildNode[] {
  // The content of a template is a tree of its own.
  return 'children' in node && !(isTag(node) && node.name === 'template') ? node.children : [];
}

function skipShadow(node: ChildNode | null, step: (node: ChildNode) => ChildNode | null): ChildNode | null {
  return node?.parent && isShadowTemplate(node, node.parent) ? step(node) : node;
}

function rootOf(node: AnyNode): AnyNode {
  let at = node;
  while (isTag(at) || !('children' in at)) {
    if (!at.parent) return at;
    at = at.parent;
  }
  return at;
}

/** In document order, without recursion: saved pages nest as deep as they like. */
function elementsBelow(
  root: ParentNode,
  test: (element: Element) => boolean,
  limit = Number.POSITIVE_INFINITY,
): Element[] {
  const found: Element[] = [];
  const open = [...childrenOf(root)].reverse();
  for (let at = open.pop(); at && found.length < limit; at = open.pop()) {
    if (!isTag(at)) continue;
    if (test(at)) found.push(at);
    const children = childrenOf(at);
    for (let index = children.length - 1; index >= 0; index -= 1) open.push(children[index] as ChildNode);
  }
  return found;
}

function firstById(root: ParentNode): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const element of elementsBelow(root, queries.identified)) {
    const { id } = element.attribs;
    if (id !== undefined && !found.has(id)) found.set(id, element);
  }
  return found;
}
