/**
 * How the engine reads a tree it did not make: a live page, a saved page. Like css-select's adapter, it keeps
 * the engine free of any DOM. Implementations read; they never write.
 */
export interface TreeAdapter<N> {
  kind(node: N): NodeKind;
  /** First child in the light tree. For a `<template>`, of its content. */
  firstChild(node: N): N | null;
  nextSibling(node: N): N | null;
  /** Lower-case local name of an element. */
  tag(element: N): string;
  /** Attributes in document order, names as written in the tree. */
  eachAttribute(element: N, visit: (name: string, value: string) => void): void;
  attribute(element: N, name: string): string | null;
  /** Whether a word of an attribute's value stands for one that was not kept. Absent: everything is there. */
  standsIn?(element: N, name: string, word: string): boolean;
  namespace(element: N): 'html' | 'svg' | 'other';
  /** Data of a text or comment node. */
  text(node: N): string;
  /** All text in a node (`textContent`). */
  textContent(node: N): string;
  /** The address that this address stands for in the node's document, as `a.href` answers it. */
  resolveAddress(node: N, address: string): string;
  /** The content of a `<template>`, a root of its own that selectors do not reach from outside; null for others. */
  templateContent(element: N): N | null;
  /** Open shadow root of an element; 'closed' when there is one that cannot be read; null when there is none. */
  shadowRoot(element: N): N | 'closed' | null;
  /** What an iframe or frame shows: its readable document, or why it cannot be read. Null for other elements. */
  frame(
    element: N,
  ): { readonly document: N } | { readonly unreadable: string; readonly origin?: string } | null;
  /** Current state of a form control, or null for other elements. */
  control(element: N): ControlState | null;
  /** Whether an `<img>` shows; null where that cannot be known. */
  image(element: N): 'loaded' | 'broken' | 'loading' | null;
  /** Style text the element contributes beside its text nodes (rules inserted by script); '' when none. */
  insertedStyle(element: N): string;
  /** CSSOM text of the sheet of a `<style>` or `<link>`; null when there is none or it cannot be read. */
  sheetText(element: N): string | null;
  /** The same of the first sheet of its document (not of a shadow root) that has the address of this `<link>`. */
  listedSheetText(link: N): string | null;
  /** Width and height of an image in CSS pixels, its own or else those of its box; null where that cannot be known. */
  imageSize(element: N): readonly [number, number] | null;
  /** Text of the adopted style sheets of a document or shadow root; '' when none. */
  adoptedStyle(root: N): string;
}

export type NodeKind = 'document' | 'fragment' | 'element' | 'text' | 'comment' | 'other';

export interface ControlState {
  /** Lower-case type for inputs, `textarea`, `select`, `button`, `option`. */
  readonly type: string;
  /** As `element.value` answers: of a list, the first option that is chosen. */
  readonly value: string;
  /** All options that are chosen, a line each; absent where there is one. */
  readonly chosen?: string;
  readonly checked: boolean;
}
