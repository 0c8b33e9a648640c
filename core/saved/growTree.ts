import { type AnyNode, Comment, Document, Element, type ParentNode, Text } from 'domhandler';
import type { RootKind } from './pageSnapshot.ts';

const namespaces = {
  html: 'http://www.w3.org/1999/xhtml',
  svg: 'http://www.w3.org/2000/svg',
  other: 'http://www.w3.org/1998/Math/MathML',
} as const;

/** What raw and saved nodes have in common. */
interface AnyRoot {
  readonly in: number;
  readonly root: RootKind;
  readonly quirks?: true;
}
interface AnyElement {
  readonly in: number;
  readonly tag: string;
  readonly ns?: 'svg' | 'other';
}
interface AnyText {
  readonly in: number;
  readonly text: string;
}

export interface GrowTree<E extends AnyElement, T extends AnyText> {
  readonly nodes: readonly (AnyRoot | E | T)[];
  /** Attributes of one element, by name. */
  readonly attributes: (node: E, element: Element) => Record<string, string>;
  /** Data of one text or comment. */
  readonly text: (node: T) => { readonly data: string; readonly isComment: boolean };
}

export interface GrownTree {
  readonly document: Document;
  /** Place of each node in the list. */
  readonly ids: ReadonlyMap<AnyNode, number>;
  /** What each frame element shows. */
  readonly frames: ReadonlyMap<Element, Document>;
  readonly quirks: ReadonlySet<AnyNode>;
  /** What a selector is run on: documents, shadow roots, contents of templates. */
  readonly roots: readonly Document[];
}

/**
 * A list of nodes as the tree that the parser of saved pages makes: the content of a template hangs below it as a
 * document of its own, and a shadow root is a `<template shadowrootmode>` of its host.
 */
export function growTree<E extends AnyElement, T extends AnyText>(options: GrowTree<E, T>): GrownTree {
  const grown: AnyNode[] = [];
  const frames = new Map<Element, Document>();
  const quirks = new Set<AnyNode>();
  const roots: Document[] = [];
  const top = new Document([]);
  for (const [index, node] of options.nodes.entries()) {
    const above = grown[node.in];
    const made = 'root' in node ? rootOf(node, above) : leafOrElement(node);
    if (!('root' in node) && above) append(above as ParentNode, made);
    if ('root' in node) {
      roots.push(made as Document);
      if (node.quirks) quirks.add(made);
    }
    grown[index] = made;
  }
  const ids = new Map(grown.map((node, index) => [node, index]));
  return { document: top, ids, frames, quirks, roots };

  function leafOrElement(node: E | T): AnyNode {
    if ('tag' in node) return elementOf(node);
    const { data, isComment } = options.text(node);
    return isComment ? new Comment(data) : new Text(data);
  }

  function elementOf(node: E): Element {
    const element = new Element(node.tag, {});
    element.namespace = namespaces[node.ns ?? 'html'];
    element.attribs = options.attributes(node, element);
    return element;
  }

  function rootOf({ root: kind }: AnyRoot, above: AnyNode | undefined): AnyNode {
    if (!above) return top;
    const root = new Document([]);
    if (kind === 'frame') frames.set(above as Element, root);
    else if (kind === 'content') append(above as ParentNode, root);
    else append(above as ParentNode, shadowTemplate(root));
    return root;
  }
}

function shadowTemplate(root: Document): Element {
  const template = new Element('template', { shadowrootmode: 'open' });
  template.namespace = namespaces.html;
  append(template, root);
  return template;
}

function append(parent: ParentNode, child: AnyNode): void {
  const node = child as ParentNode['children'][number];
  const last = parent.children.at(-1);
  node.parent = parent;
  node.prev = last ?? null;
  if (last) last.next = node;
  parent.children.push(node);
}
