import { type AnyNode, type Element, isTag, isText, type ParentNode } from 'domhandler';
import type { FieldFacts, FieldLabel } from '../fields/fieldFacts.ts';
import { maxLabelLength, maxOptions, silentTypes, tellingAttributes } from '../fields/fieldReading.ts';

const controls = new Set(['input', 'textarea', 'select']);

/** The saved-page twin of page/fieldFacts.ts: what a control is for, from the tree alone. */
export function readSavedField(node: AnyNode, id: number): FieldFacts | null {
  if (!isTag(node) || !controls.has(node.name)) return null;
  const type = (node.name === 'input' ? (node.attribs.type ?? 'text') : node.name).toLowerCase();
  if (silentTypes.has(type)) return null;
  return {
    node: id,
    tag: node.name,
    type,
    attributes: attributesOf(node),
    labels: labelsOf(node),
    options: node.name === 'select' ? optionTexts(node).slice(0, maxOptions) : [],
    lang: closest(node, (element) => element.attribs.lang !== undefined)?.attribs.lang?.toLowerCase() ?? '',
    form: -1,
    maxLength: Number(node.attribs.maxlength ?? '-1'),
  };
}

function attributesOf(element: Element): Record<string, string> {
  const pairs = tellingAttributes.flatMap((name) => {
    const value = element.attribs[name];
    return value === undefined ? [] : [[name, value.slice(0, maxLabelLength)] as const];
  });
  return Object.fromEntries(pairs);
}

function labelsOf(element: Element): FieldLabel[] {
  const found: FieldLabel[] = [];
  const add = (kind: FieldLabel['kind'], text: string | undefined) => {
    const clean = (text ?? '').replace(/\s+/g, ' ').trim().slice(0, maxLabelLength);
    if (clean !== '' && !found.some((label) => label.text === clean)) found.push({ kind, text: clean });
  };
  const around = closest(element, (candidate) => candidate.name === 'label');
  if (around) add('label', textOf(around));
  const { id } = element.attribs;
  const root = rootOf(element);
  if (id !== undefined) {
    for (const label of findAll(
      root,
      (candidate) => candidate.name === 'label' && candidate.attribs.for === id,
    )) {
      add('label', textOf(label));
    }
  }
  add('aria', element.attribs['aria-label']);
  for (const reference of (element.attribs['aria-labelledby'] ?? '').split(/\s+/).filter(Boolean)) {
    for (const label of findAll(root, (candidate) => candidate.attribs.id === reference))
      add('aria', textOf(label));
  }
  add('placeholder', element.attribs.placeholder);
  add('title', element.attribs.title);
  return found;
}

function closest(element: Element, test: (element: Element) => boolean): Element | undefined {
  for (let at: ParentNode | null = element; at; at = at.parent) if (isTag(at) && test(at)) return at;
  return undefined;
}

function rootOf(element: Element): ParentNode {
  let at: ParentNode = element;
  while (at.parent) at = at.parent;
  return at;
}

function findAll(parent: ParentNode, test: (element: Element) => boolean): Element[] {
  return parent.children.flatMap((child) => {
    if (!isTag(child)) return [];
    return test(child) ? [child, ...findAll(child, test)] : findAll(child, test);
  });
}

function optionTexts(select: Element): string[] {
  return findAll(select, (element) => element.name === 'option').map((option) => textOf(option).trim());
}

function textOf(parent: ParentNode): string {
  return parent.children
    .map((child) => (isText(child) ? child.data : isTag(child) ? textOf(child) : ''))
    .join('');
}
