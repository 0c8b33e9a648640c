import type { FieldFacts, FieldLabel } from './fieldFacts.ts';
import { createHintReader } from './fieldHints.ts';
import {
  maxFirstOptions,
  maxLabelLength,
  maxLastOptions,
  silentTypes,
  tellingAttributes,
} from './fieldReading.ts';
import { createAncestorReader, type FieldAncestors } from './fieldSurroundings.ts';
import type { FieldTree } from './fieldTree.ts';
import { type LabelTexts, readLabelTexts, referencesOf } from './labelTexts.ts';
import { createNearbyReader } from './nearbyTexts.ts';
import { nodeText, tidyText } from './nodeText.ts';

export interface FieldReader<N> {
  /** Facts of a control; null for elements that are none, and for those nobody types personal data into. */
  read(element: N, node: number): FieldFacts | null;
}

const controlTags: ReadonlySet<string> = new Set(['input', 'textarea', 'select']);

/**
 * Reads what a form control is for: its attributes and everything that labels it, never its value. One reading
 * for live and saved pages. To be made anew for each look at a page: it keeps what it has read.
 */
export function createFieldReader<N>(tree: FieldTree<N>): FieldReader<N> {
  const forms = new Map<N, number>();
  const texts = new Map<N, LabelTexts<N>>();
  const ancestorsOf = createAncestorReader(tree, (element) => referencedText(element));
  const nearby = createNearbyReader(tree);
  const hintsOf = createHintReader(tree);

  function read(element: N, node: number): FieldFacts | null {
    const tag = tree.tag(element);
    if (!controlTags.has(tag)) return null;
    const type = (tag === 'input' ? tree.attribute(element, 'type') : tag)?.trim().toLowerCase() ?? 'text';
    if (silentTypes.has(type)) return null;
    const above = ancestorsOf(element);
    const form = formOf(element, above);
    const options = tag === 'select' ? tree.find(element, 'options') : [];
    return {
      node,
      tag,
      type: type === '' ? 'text' : type,
      attributes: attributesOf(tree, element),
      labels: labelsOf(element, above),
      options: optionTexts(tree, options),
      optionCount: options.length,
      lang: above.lang,
      form: form === null ? -1 : indexOf(form),
      maxLength: lengthOf(tree.attribute(element, 'maxlength')),
      hints: { ...hintsOf(element, form) },
    };
  }

  /** By the tree and the `form` attribute; which form the parser gave a control outside of it cannot be seen. */
  function formOf(element: N, above: FieldAncestors<N>): N | null {
    const id = tree.attribute(element, 'form');
    if (id === null) return above.form;
    const form = tree.byId(tree.root(element), id);
    return form !== null && tree.tag(form) === 'form' ? form : null;
  }

  function indexOf(form: N): number {
    const known = forms.get(form);
    if (known !== undefined) return known;
    forms.set(form, forms.size);
    return forms.size - 1;
  }

  function labelsOf(element: N, above: FieldAncestors<N>): FieldLabel[] {
    const found: FieldLabel[] = [];
    const add = (kind: FieldLabel['kind'], text: string | null | undefined) => {
      const clean = tidyText(text ?? '');
      if (clean !== '' && !found.some((label) => label.text === clean)) found.push({ kind, text: clean });
    };
    if (above.label !== null) add('label', nodeText(tree, above.label));
    const known = textsOf(element);
    const id = tree.attribute(element, 'id') ?? '';
    for (const text of labelsFor(element, id, known)) add('label', text);
    add('aria', tree.attribute(element, 'aria-label'));
    for (const name of referencesOf(tree, element, 'aria-labelledby'))
      add('aria', known.referenced.get(name));
    add('placeholder', tree.attribute(element, 'placeholder') ?? tree.attribute(element, 'aria-placeholder'));
    add('title', tree.attribute(element, 'title'));
    add('legend', above.legend);
    add('nearby', nearby.before(element));
    add('after', nearby.after(element));
    if (above.cell !== null) add('column', nearby.columnHead(above.cell));
    for (const name of referencesOf(tree, element, 'aria-describedby'))
      add('described', known.referenced.get(name));
    add('heading', above.heading);
    return found;
  }

  /**
   * Where a page gives several controls one id, and each a label, the labels are theirs in turn: the standard gives
   * all of them to the first, and readers of the page see it otherwise.
   */
  function labelsFor(element: N, id: string, { labels, copies }: LabelTexts<N>): readonly string[] {
    const all = labels.get(id) ?? [];
    const controls = all.length > 1 ? (copies.get(id) ?? []) : [];
    const own = controls.length > 1 ? all[controls.indexOf(element)] : undefined;
    return own === undefined ? all : [own];
  }

  function referencedText(element: N): string {
    const [id] = referencesOf(tree, element, 'aria-labelledby');
    return id === undefined ? '' : (textsOf(element).referenced.get(id) ?? '');
  }

  function textsOf(element: N): LabelTexts<N> {
    const root = tree.root(element);
    const known = texts.get(root) ?? readLabelTexts(tree, root);
    texts.set(root, known);
    return known;
  }

  return { read };
}

/** -1 where there is none, or none that is a number. */
function lengthOf(written: string | null): number {
  const length = Number(written ?? '-1');
  return Number.isNaN(length) ? -1 : length;
}

function attributesOf<N>(tree: FieldTree<N>, element: N): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of tellingAttributes) {
    const value = tree.attribute(element, name);
    if (value !== null) found[name] = value.slice(0, maxLabelLength);
  }
  return found;
}

function optionTexts<N>(tree: FieldTree<N>, options: ArrayLike<N>): string[] {
  const last = Math.max(maxFirstOptions, options.length - maxLastOptions);
  const texts: string[] = [];
  for (let index = 0; index < options.length; index += 1) {
    if (index < maxFirstOptions || index >= last) texts.push(nodeText(tree, options[index] as N));
    if (index === maxFirstOptions) index = Math.max(index, last - 1);
  }
  return texts;
}
