import type { AnyNode, ChildNode, Document, Element, ParentNode } from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import type { ControlState } from '../capture/treeAdapter.ts';
import type { FieldClass } from '../fields/fieldFacts.ts';
import type { HiddenParts } from './hiddenParts.ts';

/** A page as it was saved: parsed like a browser parses, nothing run, nothing loaded. */
export interface SavedPage {
  readonly document: Document;
  readonly url: string;
  /** In quirks mode classes and ids are compared without case. */
  readonly quirks: boolean;
  /** Of a page that was kept as a snapshot: what its tree alone does not tell. */
  readonly snapshot?: SnapshotTables;
}

/** What is known of a snapshot's elements beside their attributes. */
export interface SnapshotTables {
  /** What frame elements show; a frame that is not here was not read. */
  readonly frames: ReadonlyMap<Element, Document>;
  readonly closed: ReadonlySet<AnyNode>;
  readonly controls: ReadonlyMap<AnyNode, ControlState>;
  /** What each field was found to be for. */
  readonly fields: ReadonlyMap<AnyNode, FieldClass>;
  /** Documents in quirks mode. */
  readonly quirks: ReadonlySet<AnyNode>;
  readonly hidden: HiddenParts;
  /** Place of each node in the snapshot's list: the same in every scan of it. */
  readonly ids: ReadonlyMap<AnyNode, number>;
  /** What a selector is run on: documents, shadow roots, contents of templates. */
  readonly roots: readonly Document[];
}

/** Chromium's parser puts what is nested deeper beside its parent instead: a mask around it would not reach it. */
const maxDepth = 512;

/**
 * @param html source of the page
 * @param url what the page calls itself
 * @throws Error when it is nested deeper than browsers keep: the tree would not be theirs
 */
export function parseSavedPage(html: string, url: string): SavedPage {
  const document = parse(html, { treeAdapter: adapter, scriptingEnabled: true });
  if (isDeeperThan(document, maxDepth)) throw new Error(`the page is nested deeper than ${maxDepth} levels`);
  return { document, url, quirks: document['x-mode'] === 'quirks' };
}

function isDeeperThan(root: ParentNode, limit: number): boolean {
  const open: { readonly node: ParentNode; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.depth > limit) return true;
    for (const child of at.node.children)
      if ('children' in child) open.push({ node: child, depth: at.depth + 1 });
  }
  return false;
}

/** `<template shadowrootmode>` is a shadow root; anything else in it is the page's inert content. */
export function declaredShadow(
  element: Element,
): { readonly mode: 'open' | 'closed'; readonly root: ParentNode } | null {
  const template = firstShadowTemplate(element);
  const mode = template && shadowMode(template);
  if (!template || !mode) return null;
  return { mode, root: templateContent(template) };
}

export function isShadowTemplate(node: ChildNode, host: ParentNode): boolean {
  // Asked for every node: only a template is worth a look at what stands before it.
  return shadowMode(node) !== undefined && firstShadowTemplate(host) === node;
}

/** parse5 hangs a template's content below it as a document of its own. */
export function templateContent(template: Element): ParentNode {
  const [content] = template.children;
  return content?.type === 'root' ? content : template;
}

function firstShadowTemplate(host: ParentNode): Element | undefined {
  return host.children.find((child): child is Element => shadowMode(child) !== undefined);
}

function shadowMode(node: ChildNode): 'open' | 'closed' | undefined {
  if (node.type !== 'tag' || node.name !== 'template') return undefined;
  const mode = node.attribs.shadowrootmode?.toLowerCase();
  return mode === 'open' || mode === 'closed' ? mode : undefined;
}
