import { compile, type Options, selectAll } from 'css-select';
import { type Selector, SelectorType } from 'css-what';
import { type AnyNode, type Element, isTag, isText, type ParentNode } from 'domhandler';
import { copyParts } from './copyParts.ts';
import { type HiddenTest, hiddenTest } from './hiddenTest.ts';
import { mayMatch, namesBelow } from './requiredNames.ts';
import { isShadowTemplate, type SavedPage } from './savedPage.ts';
import type { SelectorParts } from './savedSelector.ts';

/** What a selector matches on a saved page. */
export interface Selected {
  readonly sure: readonly Element[];
  /** It tests something there that was not kept: they may match or not. In document order, none of them sure. */
  readonly maybe: readonly Element[];
}

/** @param root a document, a shadow root, the content of a template */
export type SelectSaved = (parts: SelectorParts, root: ParentNode) => Selected;

const none: readonly Element[] = [];

/** Runs selectors on a saved page with css-select, and answers in three values where the page hides something. */
export function createSavedSelect(page: SavedPage): SelectSaved {
  const inPage = selectOptions(page.quirks);
  // The document of a `srcdoc` is never in quirks mode: https://html.spec.whatwg.org/#the-initial-insertion-mode
  const inFrame = selectOptions(false);
  const { snapshot } = page;
  const namesOf = new Map<ParentNode, ReadonlySet<string>>();

  function namesIn(root: ParentNode): ReadonlySet<string> {
    const known = namesOf.get(root) ?? namesBelow(root, childrenOf);
    namesOf.set(root, known);
    return known;
  }

  function optionsFor(root: ParentNode): SelectOptions {
    const document = documentOf(root);
    if (snapshot) return snapshot.quirks.has(document) ? selectOptions(true) : inFrame;
    return document === page.document ? inPage : inFrame;
  }

  return (parts, root) => {
    const options = optionsFor(root);
    const run = (given: Selector[][], more?: SelectOptions['pseudos']) =>
      selectAll<AnyNode, Element>(given, root.children as AnyNode[], {
        ...options,
        pseudos: { ...options.pseudos, ...more },
      });
    const tests: { readonly hidden: HiddenTest; readonly part: Selector }[] = [];
    const find = (part: Selector) => {
      const hidden = snapshot && hiddenTest(part, snapshot.hidden, options.quirksMode === true);
      return hidden ? tests.push({ hidden, part }) - 1 : undefined;
    };
    const named = withTests(parts, find, true);
    if (tests.length === 0) {
      const isThere = options.quirksMode === true || mayMatch(parts, namesIn(root));
      return { sure: isThere ? run(copyParts(parts)) : none, maybe: none };
    }
    const natives = tests.map(({ part }) => compile<AnyNode, Element>([[{ ...part }]], options));
    const answer = (element: AnyNode, data: string | null | undefined, lenient: boolean) => {
      const index = Number(data);
      const hidden = tests[index]?.hidden(element);
      if (hidden === undefined) return natives[index]?.(element) === true;
      return hidden === 'sure' || (lenient && hidden === 'maybe');
    };
    const pseudos = {
      [may]: (element: AnyNode, data?: string | null) => answer(element, data, true),
      [must]: (element: AnyNode, data?: string | null) => answer(element, data, false),
    };
    const possible = run(copyParts(named), pseudos);
    if (possible.length === 0) return { sure: none, maybe: none };
    const sure = new Set(run(opposite(named), pseudos));
    return { sure: [...sure], maybe: possible.filter((element) => !sure.has(element)) };
  };
}

type SelectOptions = Options<AnyNode, Element>;

/** Names no selector can have: css-what reads names in lower case. */
const may = 'SCRIM-MAY';
const must = 'SCRIM-MUST';

/** The selector with each test that the page may not answer as a pseudo-class of ours. In a negation yes and no swap. */
function withTests(
  parts: SelectorParts,
  find: (part: Selector) => number | undefined,
  isLenient: boolean,
): Selector[][] {
  return parts.map((list) =>
    list.map((part): Selector => {
      if (part.type === SelectorType.Pseudo && Array.isArray(part.data)) {
        const lenient = part.name === 'not' ? !isLenient : isLenient;
        return { ...part, data: withTests(part.data, find, lenient) };
      }
      const index = find(part);
      if (index === undefined) return part;
      return { type: SelectorType.Pseudo, name: isLenient ? may : must, data: String(index) };
    }),
  );
}

/** The same selector as the other of its two readings. */
function opposite(parts: readonly (readonly Selector[])[]): Selector[][] {
  const other: Readonly<Record<string, string>> = { [may]: must, [must]: may };
  return parts.map((list) =>
    list.map((part): Selector => {
      if (part.type !== SelectorType.Pseudo) return { ...part };
      if (Array.isArray(part.data)) return { ...part, data: opposite(part.data) };
      return { ...part, name: other[part.name] ?? part.name };
    }),
  );
}

/** Sees the tree as a browser's `querySelectorAll` does: no template content, no declared shadow root. */
function selectOptions(quirks: boolean): SelectOptions {
  return {
    quirksMode: quirks,
    relativeSelector: false,
    // css-select calls an element of white space empty; no browser does.
    pseudos: {
      // A shadow root and the content of a template have no root element; for css-select whatever has no element above is one.
      root: (element) => element.parent?.type === 'root' && !element.parent.parent,
      empty: (element) =>
        childrenOf(element).every((child) => !isTag(child) && !(isText(child) && child.data !== '')),
    },
    adapter: {
      isTag: (node): node is Element => isTag(node),
      getAttributeValue: attributeIn,
      hasAttrib: (element, name) => attributeIn(element, name) !== undefined,
      getChildren: childrenOf,
      // SVG keeps capitals (`foreignObject`); css-what lowers those of a selector, and browsers compare without case.
      getName: (element) => element.name.toLowerCase(),
      getParent: (element) => element.parent,
      getSiblings: (node) => (node.parent ? childrenOf(node.parent) : [node]),
      getText: () => '',
      removeSubsets: (nodes) => nodes,
    },
  };
}

/** Attributes of drawings keep capitals (`viewBox`); the selector's were lowered, as they are for HTML elements. */
function attributeIn({ attribs, namespace: uri }: Element, name: string): string | undefined {
  const value = attribs[name];
  if (value !== undefined || uri === undefined || uri.endsWith('xhtml')) return value;
  const written = Object.keys(attribs).find((own) => own.toLowerCase() === name);
  return written === undefined ? undefined : attribs[written];
}

/** The document that a shadow root or the content of a template belongs to: parse5 hangs them below their element. */
function documentOf(root: ParentNode): ParentNode {
  let at = root;
  while (at.parent) at = at.parent;
  return at;
}

function childrenOf(node: AnyNode): AnyNode[] {
  if (isTag(node) && node.name === 'template') return [];
  const parent = node as ParentNode;
  const { children } = parent;
  if (!children) return [];
  return children.some(isTemplate) ? children.filter((child) => !isShadowTemplate(child, parent)) : children;
}

function isTemplate(node: AnyNode): boolean {
  return isTag(node) && node.name === 'template';
}
