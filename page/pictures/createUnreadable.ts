// Makes a page unreadable for its picture: texts become bars, values dots, images boxes. The only part of Scrim that writes to the
// nodes of a page; called by `scrim check` alone, once everything else was looked at and the page is about to be closed.
import { domAccess } from '../domAccess.ts';
import { composedTree, mostNodes } from './composedTree.ts';
import { restOf } from './restOf.ts';
import { unreadableSheet } from './unreadableSheet.ts';

export interface Unreadable {
  /** Elements that are hidden with all that is in them: boxes are drawn in their place. */
  covered(): Iterable<Element>;
  /** Whether nothing has become readable again: asked after the picture was taken. */
  isStill(): boolean;
}

/** Elements that show something that is not text of the page, or whose text cannot be reached. */
const opaque: ReadonlySet<string> = new Set(
  'img svg canvas video audio iframe frame object embed math meter progress fencedframe portal marquee'.split(
    ' ',
  ),
);
const neverShown: ReadonlySet<string> = new Set(['style', 'script', 'noscript', 'template', 'title', 'head']);
const htmlNamespace = 'http://www.w3.org/1999/xhtml';
const filler = 'x';
const dots = '••••••';

const setText = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data')?.set;
const { setAttribute, removeAttribute } = Element.prototype;

/**
 * @param closed closed shadow roots by their host
 * @throws RangeError for a page of more nodes than are pictured
 */
export function createUnreadable(document: Document, closed: ReadonlyMap<Element, ShadowRoot>): Unreadable {
  const covered = new Set<Element>();
  const nodes = nodesOf(document, closed);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(unreadableSheet);
  for (const node of nodes) {
    if (node instanceof Document || node instanceof ShadowRoot)
      node.adoptedStyleSheets = [...node.adoptedStyleSheets, sheet];
    else if (isText(node)) fill(node);
    else if (domAccess.isElement(node)) treat(node);
  }
  // Once the sheet is there: what still shows something all the same.
  for (const node of nodes) if (domAccess.isElement(node)) hideRest(node);

  function hideRest(element: Element): void {
    if (restOf(element) === 'backgroundImage') writeStyle(element, { 'background-image': 'none' });
    if (restOf(element) !== undefined) cover(element);
  }

  function treat(element: Element): void {
    if (element.namespaceURI === htmlNamespace) emptyControl(element);
    if (opaque.has(domAccess.localName(element))) cover(element);
  }

  function fill(text: Text): void {
    const parent = domAccess.parentNode(text);
    if (parent && domAccess.isElement(parent) && neverShown.has(domAccess.localName(parent))) return;
    const data = domAccess.data(text);
    const isBlank = data.trim() === '';
    setText?.call(text, isOption(parent) && !isBlank ? dots : data.replace(/\S/gu, filler));
    if (!isBlank && parent && domAccess.isElement(parent)) bar(parent);
  }

  function cover(element: Element): void {
    covered.add(element);
    writeStyle(element, { transition: 'none', animation: 'none', opacity: '0', filter: 'none' });
  }

  function isStill(): boolean {
    for (const node of nodesOf(document, closed)) {
      if (isText(node) && !isFilled(node)) return false;
      if (domAccess.isElement(node) && isReadable(node)) return false;
    }
    return true;
  }

  function isReadable(element: Element): boolean {
    if (covered.has(element)) return getComputedStyle(element).opacity !== '0';
    return (
      !isInside(element, covered) &&
      (opaque.has(domAccess.localName(element)) || restOf(element) !== undefined)
    );
  }

  return { covered: () => covered, isStill };
}

function nodesOf(document: Document, closed: ReadonlyMap<Element, ShadowRoot>): Node[] {
  const nodes: Node[] = [];
  for (const node of composedTree(document, closed)) {
    if (nodes.push(node) > mostNodes) throw new RangeError('too many nodes');
  }
  return nodes;
}

function isText(node: Node): node is Text {
  const type = domAccess.nodeType(node);
  return type === Node.TEXT_NODE || type === Node.CDATA_SECTION_NODE;
}

function isFilled(text: Text): boolean {
  const parent = domAccess.parentNode(text);
  if (parent && domAccess.isElement(parent) && neverShown.has(domAccess.localName(parent))) return true;
  return /^[\sx•]*$/.test(domAccess.data(text));
}

function isOption(node: Node | null): boolean {
  return node !== null && domAccess.isElement(node) && /^opt(?:ion|group)$/.test(domAccess.localName(node));
}

function isInside(element: Element, covered: ReadonlySet<Element>): boolean {
  for (let node: Node | null = element; node; node = above(node))
    if (domAccess.isElement(node) && covered.has(node)) return true;
  return false;
}

function above(node: Node): Node | null {
  return node instanceof ShadowRoot ? domAccess.host(node) : domAccess.parentNode(node);
}

/** Lines through the text, as thick as its letters are high. */
function bar(element: Element): void {
  const color = 'color-mix(in srgb, currentColor 34%, Canvas)';
  writeStyle(element, { 'text-decoration': `line-through 0.62em ${color}` });
}

/** Values are dots, whatever their length; what has no text is set back. */
function emptyControl(element: Element): void {
  for (const name of ['placeholder', 'label', 'alt']) removeAttribute.call(element, name);
  if (element instanceof HTMLTextAreaElement) element.value = element.value === '' ? '' : dots;
  else if (element instanceof HTMLOptGroupElement || element instanceof HTMLOptionElement)
    setAttribute.call(element, 'label', dots);
  else if (element instanceof HTMLInputElement) emptyInput(element);
}

const boxTypes = new Set(['image', 'file', 'number', 'date', 'time', 'month', 'week', 'datetime-local']);
const textTypes = new Set(['text', 'email', 'tel', 'url', 'search', 'password', 'submit', 'button', 'reset']);

function emptyInput(input: HTMLInputElement): void {
  const { type, value } = input;
  removeAttribute.call(input, 'value');
  input.checked = false;
  input.indeterminate = false;
  // A picture, the name of a file, the parts of a date: all are a box with dots in it.
  const isBox = boxTypes.has(type);
  if (isBox) input.type = 'text';
  const hasText = type === 'image' || type === 'file' || ((isBox || textTypes.has(type)) && value !== '');
  input.value = hasText ? dots : '';
}

function writeStyle(element: Element, properties: Readonly<Record<string, string>>): void {
  // A form with a control named `style` has that for a property of its own.
  const prototype =
    element instanceof SVGElement
      ? SVGElement.prototype
      : element instanceof MathMLElement
        ? MathMLElement.prototype
        : HTMLElement.prototype;
  const style = Object.getOwnPropertyDescriptor(prototype, 'style')?.get?.call(element) as
    | CSSStyleDeclaration
    | undefined;
  for (const [name, value] of Object.entries(properties)) style?.setProperty(name, value, 'important');
}
