import {
  type AnyNode,
  type ChildNode,
  type Element,
  isComment,
  isDocument,
  isTag,
  isText,
  type ParentNode,
} from 'domhandler';
import type { ControlState, NodeKind, TreeAdapter } from '../capture/treeAdapter.ts';
import { isHiddenShape } from './nameShape.ts';
import {
  declaredShadow,
  isShadowTemplate,
  parseSavedPage,
  type SavedPage,
  templateContent,
} from './savedPage.ts';

/** Reads a saved page for the engine: attributes are all there is, the state of controls is their default. */
export function createSavedAdapter(
  page: SavedPage,
  resolveAddress: ResolveAddress = asWritten,
): TreeAdapter<AnyNode> {
  const frames = new WeakMap<Element, SavedPage>();
  const { snapshot } = page;

  function frame(node: AnyNode): ReturnType<TreeAdapter<AnyNode>['frame']> {
    const element = node as Element;
    if (element.name !== 'iframe' && element.name !== 'frame') return null;
    if (snapshot) {
      const document = snapshot.frames.get(element);
      return document ? { document } : { unreadable: 'frame-not-saved' };
    }
    const { srcdoc } = element.attribs;
    if (srcdoc === undefined) return { unreadable: 'frame-not-saved' };
    const known = frames.get(element) ?? parseSavedPage(srcdoc, page.url);
    frames.set(element, known);
    return { document: known.document };
  }

  return {
    kind,
    firstChild: (node) => skipShadow(firstOf(node)),
    nextSibling: (node) => skipShadow(node.next),
    tag: (node) => (node as Element).name,
    eachAttribute(node, visit) {
      for (const [name, value] of Object.entries((node as Element).attribs)) visit(name, value);
    },
    attribute: (node, name) => (node as Element).attribs[name] ?? null,
    standsIn(node, name, word) {
      const hidden = snapshot?.hidden.of.get(node)?.attributes.get(name.toLowerCase());
      return hidden !== undefined && (hidden.shape === undefined || isHiddenShape(word));
    },
    namespace: (node) => namespaceOf(node as Element),
    text: (node) => (isText(node) || isComment(node) ? node.data : ''),
    textContent: (node) => (isText(node) ? node.data : textOf(node as ParentNode)),
    resolveAddress: (_node, address) => resolveAddress(address, page.url),
    templateContent: (node) =>
      isTag(node) && node.name === 'template' ? (templateContent(node) as AnyNode) : null,
    shadowRoot(node) {
      if (snapshot?.closed.has(node)) return 'closed';
      const shadow = declaredShadow(node as Element);
      if (!shadow) return null;
      return shadow.mode === 'closed' ? 'closed' : (shadow.root as AnyNode);
    },
    frame,
    control: (node) => (snapshot ? (snapshot.controls.get(node) ?? null) : controlOf(node as Element)),
    image: () => null,
    insertedStyle: () => '',
    sheetText: (node) => ((node as Element).name === 'style' ? textOf(node as Element) : null),
    listedSheetText: () => null,
    imageSize: () => null,
    adoptedStyle: () => '',
  };
}

/** Makes an address absolute; the host's, because addresses are no part of the language. */
export type ResolveAddress = (address: string, base: string) => string;

const asWritten: ResolveAddress = (address) => address;

const namespaces: Readonly<Record<string, 'html' | 'svg'>> = {
  'http://www.w3.org/1999/xhtml': 'html',
  'http://www.w3.org/2000/svg': 'svg',
};

function namespaceOf(element: Element): 'html' | 'svg' | 'other' {
  return namespaces[element.namespace ?? ''] ?? 'other';
}

function kind(node: AnyNode): NodeKind {
  if (isTag(node)) return 'element';
  if (isText(node)) return 'text';
  if (isComment(node)) return 'comment';
  return isDocument(node) ? 'document' : 'other';
}

function firstOf(node: AnyNode): ChildNode | null {
  const parent = isTag(node) && node.name === 'template' ? templateContent(node) : (node as ParentNode);
  return parent.children[0] ?? null;
}

/** The template that declares a shadow root is not among its host's children. */
function skipShadow(node: ChildNode | null): ChildNode | null {
  return node?.parent && isShadowTemplate(node, node.parent) ? node.next : node;
}

/** https://html.spec.whatwg.org/#attr-input-type: whatever else is written there means text. */
const inputTypes = new Set(
  'hidden text search tel url email password date month week time datetime-local number range color checkbox radio file submit image reset button'.split(
    ' ',
  ),
);

function controlOf(element: Element): ControlState | null {
  const { attribs } = element;
  if (element.name === 'input') {
    const written = (attribs.type ?? 'text').toLowerCase();
    // As `input.type` answers.
    const type = inputTypes.has(written) ? written : 'text';
    const checkable = type === 'checkbox' || type === 'radio';
    return {
      type,
      value: attribs.value ?? (checkable ? 'on' : ''),
      checked: checkable && attribs.checked !== undefined,
    };
  }
  if (element.name === 'textarea') return { type: 'textarea', value: textOf(element), checked: false };
  if (element.name === 'select') {
    const chosen = selectedValues(element);
    const several = chosen.length > 1 ? { chosen: chosen.join('\n') } : undefined;
    return { type: 'select', value: chosen[0] ?? '', ...several, checked: false };
  }
  return null;
}

/** What the browser shows before anybody chooses: the selected options, else the first one. */
function selectedValues(select: Element): string[] {
  const options = optionsOf(select);
  const selected = options.filter((option) => option.attribs.selected !== undefined);
  const multiple = select.attribs.multiple !== undefined;
  const shown = multiple ? selected : [selected.at(-1) ?? options[0]];
  return shown.flatMap((option) => (option ? [option.attribs.value ?? textOf(option).trim()] : []));
}

function optionsOf(parent: ParentNode): Element[] {
  return parent.children.flatMap((child) => {
    if (!isTag(child)) return [];
    return child.name === 'option' ? [child] : optionsOf(child);
  });
}

function textOf(parent: ParentNode): string {
  return parent.children
    .map((child) => {
      if (isText(child)) return child.data;
      return isTag(child) ? textOf(child) : '';
    })
    .join('');
}
