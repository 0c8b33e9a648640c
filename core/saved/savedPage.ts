import type { Document, Element, ParentNode } from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';

/** A page as it was saved: parsed like a browser parses, nothing run, nothing loaded. */
export interface SavedPage {
  readonly document: Document;
  readonly url: string;
  /** In quirks mode classes and ids are compared without case. */
  readonly quirks: boolean;
}

/**
 * @param html source of the page
 * @param url what the page calls itself
 */
export function parseSavedPage(html: string, url: string): SavedPage {
  const document = parse(html, { treeAdapter: adapter, scriptingEnabled: true });
  return { document, url, quirks: document['x-mode'] === 'quirks' };
}

/** `<template shadowrootmode>` is a shadow root; anything else in it is the page's inert content. */
export function declaredShadow(
  element: Element,
): { readonly mode: 'open' | 'closed'; readonly root: ParentNode } | null {
  const template = firstShadowTemplate(element);
  const mode = template?.attribs.shadowrootmode?.toLowerCase();
  if (!template || (mode !== 'open' && mode !== 'closed')) return null;
  return { mode, root: templateContent(template) };
}

export function isShadowTemplate(node: unknown, host: ParentNode): boolean {
  return firstShadowTemplate(host) === node;
}

/** parse5 hangs a template's content below it as a document of its own. */
export function templateContent(template: Element): ParentNode {
  const [content] = template.children;
  return content?.type === 'root' ? content : template;
}

function firstShadowTemplate(host: ParentNode): Element | undefined {
  for (const child of host.children) {
    if (child.type !== 'tag' || child.name !== 'template') continue;
    const mode = child.attribs.shadowrootmode?.toLowerCase();
    if (mode === 'open' || mode === 'closed') return child;
  }
  return undefined;
}
