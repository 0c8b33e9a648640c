import type { ControlState, NodeKind, TreeAdapter } from '../core/capture/treeAdapter.ts';
import { cssTextOf } from './cssText.ts';
import { domAccess } from './domAccess.ts';

export interface DomAdapterOptions {
  /** The extension API can see closed roots; without it they go unnoticed by the walk. */
  readonly hasClosedRoot?: (element: Element) => boolean;
}

const kinds: Readonly<Record<number, NodeKind>> = {
  1: 'element',
  3: 'text',
  4: 'text',
  // A processing instruction is markup nobody sees, like a comment.
  7: 'comment',
  8: 'comment',
  9: 'document',
  11: 'fragment',
};

/** Reads a live page for the engine. Never writes, never calls a property of a page node that a page can name. */
export function createDomAdapter(options: DomAdapterOptions = {}): TreeAdapter<Node> {
  return {
    kind: (node) => kinds[domAccess.nodeType(node)] ?? 'other',
    firstChild: (node) =>
      domAccess.firstChild(isTemplate(node) ? domAccess.templateContent(node as HTMLTemplateElement) : node),
    nextSibling: (node) => domAccess.nextSibling(node),
    tag: (node) => domAccess.localName(node as Element),
    eachAttribute(node, visit) {
      for (const name of domAccess.attributeNames(node as Element))
        visit(
          name,
          domAccess.getAttribute(node as Element, name) ?? domAccess.attributeAsNamed(node as Element, name),
        );
    },
    attribute: (node, name) => domAccess.getAttribute(node as Element, name),
    namespace: (node) => namespaceOf(node as Element),
    text: (node) => domAccess.data(node as CharacterData),
    textContent: (node) => domAccess.textContent(node) ?? '',
    resolveAddress: (node, address) => resolveAddress(node, address),
    templateContent: (node) =>
      isTemplate(node) ? domAccess.templateContent(node as HTMLTemplateElement) : null,
    shadowRoot(node) {
      const root = domAccess.shadowRoot(node as Element);
      if (root) return root;
      return options.hasClosedRoot?.(node as Element) ? 'closed' : null;
    },
    frame: (node) => frameOf(node as Element),
    control: (node) => controlOf(node as Element),
    image: (node) => imageState(node as Element),
    insertedStyle: (node) => insertedStyle(node as Element),
    sheetText: (node) => sheetText(node as Element),
    listedSheetText: (node) => textOfSheet(linkedSheet(node as Element)),
    imageSize: (node) => imageSize(node as Element),
    adoptedStyle: (node) => adoptedSheetsOf(node).map(cssTextOf).join('\n'),
  };
}

function isTemplate(node: Node): boolean {
  return (
    domAccess.nodeType(node) === 1 &&
    domAccess.localName(node as Element) === 'template' &&
    isHtml(node as Element)
  );
}

const documentSheets = Object.getOwnPropertyDescriptor(Document.prototype, 'adoptedStyleSheets')?.get;
const shadowSheets = Object.getOwnPropertyDescriptor(ShadowRoot.prototype, 'adoptedStyleSheets')?.get;

function adoptedSheetsOf(root: Node): CSSStyleSheet[] {
  const get = domAccess.nodeType(root) === 9 ? documentSheets : shadowSheets;
  return [...((get?.call(root) as Iterable<CSSStyleSheet> | undefined) ?? [])];
}

/** Frames are told by what they are, not by their prototype: those of another realm fail `instanceof`. */
function frameOf(element: Element): ReturnType<TreeAdapter<Node>['frame']> {
  const tag = domAccess.localName(element);
  if (tag === 'object') return objectFrame(element);
  if ((tag !== 'iframe' && tag !== 'frame') || !isHtml(element)) return null;
  const document = readDocument(element as HTMLIFrameElement);
  const awaited = document !== null && awaitsContent(document, element);
  if (document && !awaited) return { document };
  const unreadable = awaited ? 'frame-not-loaded' : 'frame';
  const origin = originOf(domAccess.getAttribute(element, 'src'), element);
  return origin === undefined ? { unreadable } : { unreadable, origin };
}

const objectWindow = Object.getOwnPropertyDescriptor(HTMLObjectElement.prototype, 'contentWindow')?.get;

/** An object that shows a page of its own. Whether any recorder looks into it is not documented; nobody looked here. */
function objectFrame(element: Element): ReturnType<TreeAdapter<Node>['frame']> {
  if (!isHtml(element) || !objectWindow?.call(element)) return null;
  const origin = originOf(domAccess.getAttribute(element, 'data'), element);
  return { unreadable: 'object-page', ...(origin === undefined ? undefined : { origin }) };
}

/** A lazy or slow frame still shows the empty page that each frame starts with: its content is yet to come. */
function awaitsContent(document: Document, element: Element): boolean {
  if (document.URL !== 'about:blank' || domAccess.getAttribute(element, 'srcdoc') !== null) return false;
  const src = domAccess.getAttribute(element, 'src') ?? '';
  if (src === '' || !URL.canParse(src, element.baseURI)) return false;
  if (/^(?:about|javascript):$/.test(new URL(src, element.baseURI).protocol)) return false;
  // What a script wrote into it meanwhile is there to be read.
  return !document.body || domAccess.firstChild(document.body) === null;
}

function readDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch (error) {
    // Firefox throws for some sandboxed frames where Chromium answers null.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function originOf(src: string | null, element: Element): string | undefined {
  if (!src || !URL.canParse(src, element.baseURI)) return undefined;
  const { origin } = new URL(src, element.baseURI);
  return origin === 'null' ? undefined : origin;
}

const imageComplete = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'complete')?.get;
const imageWidth = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'naturalWidth')?.get;

function imageState(element: Element): ReturnType<TreeAdapter<Node>['image']> {
  if (!isHtml(element)) return null;
  if (imageComplete?.call(element) !== true) return 'loading';
  return imageWidth?.call(element) === 0 ? 'broken' : 'loaded';
}

const imageHeight = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'naturalHeight')?.get;

function imageSize(element: Element): readonly [number, number] | null {
  if (!isHtml(element)) return null;
  const natural = Number(imageWidth?.call(element));
  if (natural > 0) return [natural, Number(imageHeight?.call(element))];
  const { width, height } = domAccess.rect(element);
  return [width, height];
}

const inputValue = valueGetter(HTMLInputElement.prototype);
const textareaValue = valueGetter(HTMLTextAreaElement.prototype);
const selectedOptions = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'selectedOptions')?.get;
const inputChecked = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'checked')?.get;
const inputType = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'type')?.get;

function valueGetter(prototype: object): (element: Element) => string {
  const get = Object.getOwnPropertyDescriptor(prototype, 'value')?.get;
  return (element) => String(get?.call(element) ?? '');
}

function controlOf(element: Element): ControlState | null {
  const tag = domAccess.localName(element);
  if (tag === 'input' && isHtml(element)) {
    const type = String(inputType?.call(element));
    const checkable = type === 'checkbox' || type === 'radio';
    return { type, value: inputValue(element), checked: checkable && inputChecked?.call(element) === true };
  }
  if (tag === 'textarea' && isHtml(element))
    return { type: tag, value: textareaValue(element), checked: false };
  if (tag === 'select' && isHtml(element)) {
    const options: Iterable<HTMLOptionElement> = selectedOptions?.call(element) ?? [];
    const chosen = [...options].map((option) => option.value);
    const several = chosen.length > 1 ? { chosen: chosen.join('\n') } : undefined;
    return { type: tag, value: chosen[0] ?? '', ...several, checked: false };
  }
  return null;
}

/** An SVG or unknown-namespace `<input>` has no value to read. */
function isHtml(element: Element): boolean {
  return element.namespaceURI === 'http://www.w3.org/1999/xhtml';
}

/** Rules that script put into a `<style>` (CSS-in-JS does); empty when its text says it all. */
function insertedStyle(element: Element): string {
  const sheet = (element as HTMLStyleElement).sheet;
  if (!sheet) return '';
  const written = domAccess.textContent(element) ?? '';
  return written.trim() === '' || sheet.cssRules.length > rulesIn(written) ? cssTextOf(sheet) : '';
}

const documentSheetList = Object.getOwnPropertyDescriptor(Document.prototype, 'styleSheets')?.get;
const linkAddress = Object.getOwnPropertyDescriptor(HTMLLinkElement.prototype, 'href')?.get;

/** As recorders look for it: by its address, among the sheets of the document. */
function linkedSheet(link: Element): CSSStyleSheet | null {
  if (!isHtml(link)) return null;
  const sheets: Iterable<CSSStyleSheet> = documentSheetList?.call(domAccess.ownerDocument(link)) ?? [];
  const address: unknown = linkAddress?.call(link);
  for (const sheet of sheets) if (sheet.href === address) return sheet;
  return null;
}

function sheetText(element: Element): string | null {
  return textOfSheet((element as HTMLStyleElement).sheet);
}

function textOfSheet(sheet: CSSStyleSheet | null | undefined): string | null {
  if (!sheet) return null;
  const css = cssTextOf(sheet);
  return css === '' ? null : css;
}

const namespaces: Readonly<Record<string, 'html' | 'svg'>> = {
  'http://www.w3.org/1999/xhtml': 'html',
  'http://www.w3.org/2000/svg': 'svg',
};

function namespaceOf(element: Element): 'html' | 'svg' | 'other' {
  return namespaces[domAccess.namespaceURI(element) ?? ''] ?? 'other';
}

/** As `a.href` answers: an address that cannot be parsed stays as it is written. */
function resolveAddress(node: Node, address: string): string {
  const base = domAccess.baseURI(node);
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

/** How many rules a style text has by itself; imports are never loaded here and count as none. */
function rulesIn(css: string): number {
  const probe = new CSSStyleSheet();
  probe.replaceSync(css);
  return probe.cssRules.length + (css.match(/@import\b/gi)?.length ?? 0);
}
