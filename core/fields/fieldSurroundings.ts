import type { FieldTree } from './fieldTree.ts';
import { nodeText } from './nodeText.ts';

/** What stands above a control: each the closest of its kind, the control itself included. */
export interface FieldAncestors<N> {
  readonly label: N | null;
  readonly form: N | null;
  /** Text of the closest legend or named group, or ''. */
  readonly legend: string;
  /** The heading that the closest part of the page begins with, or ''. */
  readonly heading: string;
  readonly cell: N | null;
  readonly lang: string;
}

/** Nodes at the beginning of a part of the page among which its heading is looked for. */
const maxHeadingNodes = 24;
const groupRoles: ReadonlySet<string> = new Set(['group', 'radiogroup', 'dialog', 'form', 'region']);
const headingTag = /^h[1-6]$/;

/** Looks upwards from controls; what was found for one element is kept for all below it. */
export function createAncestorReader<N>(tree: FieldTree<N>, referenced: (element: N) => string) {
  const known = new Map<N, FieldAncestors<N>>();
  const top: FieldAncestors<N> = { label: null, form: null, legend: '', heading: '', cell: null, lang: '' };

  /** By a loop, because pages nest deeper than a stack goes. */
  function ancestorsOf(element: N): FieldAncestors<N> {
    const path: N[] = [];
    let at: N | null = element;
    while (at !== null && !known.has(at)) {
      path.push(at);
      at = tree.parent(at);
    }
    let above = (at !== null && known.get(at)) || top;
    for (let index = path.length - 1; index >= 0; index -= 1) {
      const node = path[index] as N;
      above = below(above, node);
      known.set(node, above);
    }
    return above;
  }

  function below(above: FieldAncestors<N>, node: N): FieldAncestors<N> {
    const tag = tree.tag(node);
    const lang = tree.attribute(node, 'lang');
    const legend = legendOf(node, tag);
    const heading = headingIn(node);
    return {
      label: tag === 'label' ? node : above.label,
      form: tag === 'form' ? node : above.form,
      legend: legend === '' ? above.legend : legend,
      heading: heading === '' ? above.heading : heading,
      cell: tag === 'td' || tag === 'th' ? node : above.cell,
      lang: lang === null ? above.lang : lang.toLowerCase(),
    };
  }

  function legendOf(node: N, tag: string): string {
    if (tag === 'fieldset') {
      for (let child = tree.firstChild(node); child !== null; child = tree.nextSibling(child)) {
        if (tree.isElement(child)) return tree.tag(child) === 'legend' ? nodeText(tree, child) : '';
      }
      return '';
    }
    if (!groupRoles.has(tree.attribute(node, 'role') ?? '')) return '';
    return tree.attribute(node, 'aria-label') ?? referenced(node);
  }

  function headingIn(container: N): string {
    let at = tree.firstChild(container);
    for (let looked = 0; at !== null && looked < maxHeadingNodes; looked += 1) {
      if (tree.isElement(at)) {
        if (isHeading(at)) return nodeText(tree, at);
        if (isControl(at)) return '';
      }
      let next: N | null = tree.isElement(at) ? tree.firstChild(at) : null;
      while (next === null && at !== null && at !== container) {
        next = tree.nextSibling(at);
        if (next === null) at = tree.parent(at);
      }
      at = next;
    }
    return '';
  }

  function isHeading(element: N): boolean {
    return headingTag.test(tree.tag(element)) || tree.attribute(element, 'role') === 'heading';
  }

  function isControl(element: N): boolean {
    const tag = tree.tag(element);
    return tag === 'input' || tag === 'select' || tag === 'textarea';
  }

  return ancestorsOf;
}
