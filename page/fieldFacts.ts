import type { FieldFacts, FieldLabel } from '../core/fields/fieldFacts.ts';
import { maxLabelLength, maxOptions, silentTypes, tellingAttributes } from '../core/fields/fieldReading.ts';
import { domAccess, type QueryRoot, queryAll } from './domAccess.ts';
import { textOf } from './textOf.ts';

/** A label further up than this labels a group, not the field. */
const maxNearbyLevels = 3;
const maxLabels = 8;
/** Nodes before a control that are looked at for a text: a list of 10,000 empty rows would be gone through for each. */
const maxNearbyNodes = 32;

export interface FieldReader {
  read(element: Element, node: number): FieldFacts | null;
}

/** Reads what a form control is for: its attributes and everything that labels it, never its value. */
export function createFieldReader(): FieldReader {
  const forms = new Map<Element, number>();
  const texts = new Map<Node, LabelTexts>();
  /** Legends of field sets and whether there is a control in a part of the page: asked again by every control near it. */
  const legends = new Map<Element, string>();
  const controls = new Map<Element, boolean>();

  function read(element: Element, node: number): FieldFacts | null {
    const tag = domAccess.localName(element);
    const type = (tag === 'input' ? domAccess.getAttribute(element, 'type') : tag)?.toLowerCase() ?? 'text';
    if (silentTypes.has(type)) return null;
    const form = (element as HTMLInputElement).form;
    return {
      node,
      tag,
      type: type === '' ? 'text' : type,
      attributes: attributesOf(element),
      labels: labelsOf(element),
      options: tag === 'select' ? optionsOf(element) : [],
      lang: languageOf(element),
      form: form ? indexOf(form) : -1,
      maxLength: Number(domAccess.getAttribute(element, 'maxlength') ?? '-1'),
    };
  }

  function indexOf(form: Element): number {
    const known = forms.get(form);
    if (known !== undefined) return known;
    forms.set(form, forms.size);
    return forms.size - 1;
  }

  function labelsOf(element: Element): FieldLabel[] {
    const found: FieldLabel[] = [];
    const add = (kind: FieldLabel['kind'], text: string | null | undefined) => {
      const clean = tidy(text ?? '');
      if (clean !== '' && !found.some((label) => label.text === clean)) found.push({ kind, text: clean });
    };
    const around = element.closest('label');
    if (around) add('label', textOf(around));
    const known = textsOf(element);
    for (const text of known.labels.get(domAccess.getAttribute(element, 'id') ?? '') ?? [])
      add('label', text);
    add('aria', domAccess.getAttribute(element, 'aria-label'));
    for (const id of (domAccess.getAttribute(element, 'aria-labelledby') ?? '').split(/\s+/)) {
      if (id !== '') add('aria', known.referenced.get(id));
    }
    add(
      'placeholder',
      domAccess.getAttribute(element, 'placeholder') ?? domAccess.getAttribute(element, 'aria-placeholder'),
    );
    add('title', domAccess.getAttribute(element, 'title'));
    add('legend', legendOf(element));
    if (!found.some((label) => label.kind === 'label' || label.kind === 'aria'))
      add('nearby', nearbyText(element));
    return found;
  }

  function legendOf(element: Element): string | null {
    const fieldset = element.closest('fieldset');
    if (!fieldset) return null;
    const known = legends.get(fieldset);
    if (known !== undefined) return known;
    const legend = fieldset.querySelector(':scope > legend');
    const text = legend ? textOf(legend) : '';
    legends.set(fieldset, text);
    return text;
  }

  /** The closest text before the control: many pages label by layout alone. */
  function nearbyText(element: Element): string {
    let at: Element | null = element;
    let looked = 0;
    for (let level = 0; at && level < maxNearbyLevels; level += 1) {
      for (
        let before = at.previousSibling;
        before && looked < maxNearbyNodes;
        before = before.previousSibling
      ) {
        looked += 1;
        if (before.nodeType === 1 && holdsControl(before as Element)) return '';
        const text = before.nodeType === 8 ? '' : tidy(textOf(before));
        if (text !== '') return text;
      }
      at = at.parentElement;
    }
    return '';
  }

  function holdsControl(element: Element): boolean {
    const known = controls.get(element);
    if (known !== undefined) return known;
    const holds = element.querySelector('input,select,textarea') !== null;
    controls.set(element, holds);
    return holds;
  }

  /** One look at each root: `element.labels` walks the whole tree for every control, 11 s on 70,000 elements. */
  function textsOf(element: Element): LabelTexts {
    const root = element.getRootNode();
    const known = texts.get(root) ?? readLabelTexts(root as QueryRoot);
    texts.set(root, known);
    return known;
  }

  return { read };
}

interface LabelTexts {
  /** Texts of `<label for>`, by the id they name. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** Texts that some aria-labelledby refers to, by id. */
  readonly referenced: ReadonlyMap<string, string>;
}

function readLabelTexts(root: QueryRoot): LabelTexts {
  const labels = new Map<string, string[]>();
  for (const label of queryAll(root, 'label[for]')) {
    const id = domAccess.getAttribute(label, 'for') ?? '';
    const known = labels.get(id);
    if (known === undefined) labels.set(id, [textOf(label)]);
    // More labels than these say nothing new of a field.
    else if (known.length < maxLabels) known.push(textOf(label));
  }
  return { labels, referenced: readReferenced(root) };
}

function readReferenced(root: QueryRoot): ReadonlyMap<string, string> {
  const wanted = new Set<string>();
  for (const element of queryAll(root, '[aria-labelledby]')) {
    for (const id of (domAccess.getAttribute(element, 'aria-labelledby') ?? '').split(/\s+/)) wanted.add(id);
  }
  const found = new Map<string, string>();
  if (wanted.size === 0) return found;
  for (const element of queryAll(root, '[id]')) {
    const id = domAccess.getAttribute(element, 'id') ?? '';
    if (wanted.has(id) && !found.has(id)) found.set(id, textOf(element));
  }
  return found;
}

function attributesOf(element: Element): Record<string, string> {
  const found: Record<string, string> = Object.create(null);
  for (const name of tellingAttributes) {
    const value = domAccess.getAttribute(element, name);
    if (value !== null) found[name] = value.slice(0, maxLabelLength);
  }
  return { ...found };
}

function optionsOf(element: Element): string[] {
  const texts: string[] = [];
  for (const option of (element as HTMLSelectElement).options) {
    texts.push(tidy(textOf(option)));
    if (texts.length === maxOptions) break;
  }
  return texts;
}

function languageOf(element: Element): string {
  const holder = element.closest('[lang]') ?? element.ownerDocument.documentElement;
  return (domAccess.getAttribute(holder, 'lang') ?? '').toLowerCase();
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, maxLabelLength);
}
