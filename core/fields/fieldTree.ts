/**
 * How the meaning of fields reads a tree it did not make: a live page, a saved page. Implementations read; they
 * never write, and call nothing a page can name. Smaller than the engine's `TreeAdapter`, but it goes up as well.
 */
export interface FieldTree<N> {
  isElement(node: N): boolean;
  isText(node: N): boolean;
  /** The element above; null below a document or a shadow root. */
  parent(node: N): N | null;
  firstChild(node: N): N | null;
  previousSibling(node: N): N | null;
  nextSibling(node: N): N | null;
  /** Lower-case local name of an element. */
  tag(element: N): string;
  attribute(element: N, name: string): string | null;
  attributeNames(element: N): readonly string[];
  /** Data of a text node. */
  text(node: N): string;
  /** The document or shadow root it is in; the topmost element of what is in neither. */
  root(node: N): N;
  /** Elements below, in document order. */
  find(root: N, what: FieldQuery): ArrayLike<N>;
  /** The first element of a document or shadow root with this id. */
  byId(root: N, id: string): N | null;
  /** Whether something to be filled in is below; hidden inputs are not. */
  holdsControl(element: N): boolean;
}

/** What is looked for; each host has its own way to. */
export type FieldQuery = 'labels' | 'referring' | 'identified' | 'buttons' | 'controls' | 'options';

/** What each query means, as a selector. */
export const fieldQueries: Readonly<Record<FieldQuery, string>> = {
  labels: 'label[for]',
  referring: '[aria-labelledby],[aria-describedby]',
  identified: '[id]',
  buttons: 'button,input[type=submit],input[type=button],input[type=image]',
  controls: 'input:not([type=hidden]),select,textarea',
  options: 'option',
};
