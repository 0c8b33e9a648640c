// Reads of page nodes that a page cannot redirect. A form with a control named `attributes`, or a document with
// an image named `querySelectorAll`, answers those properties with the named element (DOM clobbering); that
// holds in isolated worlds too. So every read goes through the prototype. May be used by page/ only; never writes.

function getter<T, V>(prototype: T, name: string): (node: T) => V {
  let owner: object | null = prototype as object;
  let get: (() => V) | undefined;
  while (owner && !get) {
    get = Object.getOwnPropertyDescriptor(owner, name)?.get as (() => V) | undefined;
    owner = Object.getPrototypeOf(owner);
  }
  if (!get) throw new Error(`no getter ${name}`);
  const found = get;
  return (node) => found.call(node);
}

const parentNode = Node.prototype;
const { getAttribute, getAttributeNames, matches, getBoundingClientRect, querySelector } = Element.prototype;
const { getRootNode } = Node.prototype;
const attributes = getter<Element, NamedNodeMap>(Element.prototype, 'attributes');
const elementFirst = getter<Element, Element | null>(Element.prototype, 'firstElementChild');
const elementLast = getter<Element, Element | null>(Element.prototype, 'lastElementChild');
const documentFirst = getter<Document, Element | null>(Document.prototype, 'firstElementChild');
const fragmentFirst = getter<DocumentFragment, Element | null>(
  DocumentFragment.prototype,
  'firstElementChild',
);
const elementQuery = Element.prototype.querySelectorAll;
const documentQuery = Document.prototype.querySelectorAll;
const fragmentQuery = DocumentFragment.prototype.querySelectorAll;

export type QueryRoot = Document | ShadowRoot | Element;

export const domAccess = {
  nodeType: getter<Node, number>(parentNode, 'nodeType'),
  firstChild: getter<Node, ChildNode | null>(parentNode, 'firstChild'),
  nextSibling: getter<Node, ChildNode | null>(parentNode, 'nextSibling'),
  previousSibling: getter<Node, ChildNode | null>(parentNode, 'previousSibling'),
  previousElementSibling: getter<Element, Element | null>(Element.prototype, 'previousElementSibling'),
  nextElementSibling: getter<Element, Element | null>(Element.prototype, 'nextElementSibling'),
  /** Of a document, a shadow root, the content of a template or an element. */
  firstElementChild: (node: QueryRoot | DocumentFragment): Element | null => {
    const type = domAccess.nodeType(node);
    if (type === 1) return elementFirst(node as Element);
    return type === 9 ? documentFirst(node as Document) : fragmentFirst(node as DocumentFragment);
  },
  lastElementChild: elementLast,
  host: getter<ShadowRoot, Element>(ShadowRoot.prototype, 'host'),
  parentNode: getter<Node, Node | null>(parentNode, 'parentNode'),
  baseURI: getter<Node, string>(parentNode, 'baseURI'),
  ownerDocument: getter<Node, Document | null>(parentNode, 'ownerDocument'),
  textContent: getter<Node, string | null>(parentNode, 'textContent'),
  data: getter<CharacterData, string>(CharacterData.prototype, 'data'),
  localName: getter<Element, string>(Element.prototype, 'localName'),
  namespaceURI: getter<Element, string | null>(Element.prototype, 'namespaceURI'),
  shadowRoot: getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot'),
  templateContent: getter<HTMLTemplateElement, DocumentFragment>(HTMLTemplateElement.prototype, 'content'),
  getAttribute: (element: Element, name: string): string | null => getAttribute.call(element, name),
  attributeNames: (element: Element): string[] => getAttributeNames.call(element),
  /** The value of an attribute with capitals in its name, which `getAttribute` asks for in lower case. */
  attributeAsNamed: (element: Element, name: string): string => {
    const all = attributes(element);
    for (let i = 0; i < all.length; i += 1) if (all[i]?.name === name) return all[i]?.value ?? '';
    return '';
  },
  rootNode: (node: Node): Node => getRootNode.call(node),
  queryFirst: (element: Element, selector: string): Element | null => querySelector.call(element, selector),
  matches: (element: Element, selector: string): boolean => matches.call(element, selector),
  rect: (element: Element): DOMRect => getBoundingClientRect.call(element),
  isElement: (node: Node): node is Element => domAccess.nodeType(node) === 1,
};

/** The browser's own matching inside one root. @throws SyntaxError for a selector the browser rejects */
export function queryAll(root: QueryRoot, selector: string): NodeListOf<Element> {
  const type = domAccess.nodeType(root);
  if (type === 9) return documentQuery.call(root as Document, selector) as NodeListOf<Element>;
  if (type === 11) return fragmentQuery.call(root as ShadowRoot, selector) as NodeListOf<Element>;
  return elementQuery.call(root as Element, selector) as NodeListOf<Element>;
}
