import { fieldClasses } from '../fields/fieldClasses.ts';
import type { FieldClass } from '../fields/fieldFacts.ts';
import { stateAttributes } from './attributeRules.ts';
import { stateShape } from './hiddenTest.ts';
import { createNameKeeper, dot, isHiddenShape, nameShape } from './nameShape.ts';
import {
  type HiddenValue,
  type RootKind,
  rootKinds,
  type SavedAttribute,
  type SavedControl,
  type SnapshotElement,
  type SnapshotNode,
  type SnapshotText,
  snapshotLimits,
} from './pageSnapshot.ts';
import { keptAttributeName, keptTag, redactAttribute, wordsOf } from './redactAttribute.ts';
import { fieldsOf, listAt, SnapshotError, textAt } from './snapshotShape.ts';

const maxAttributes = 500;
const maxValuesHere = 2000;
const longestValue = 4000;
const longestName = 200;

/** What stands in a name of HTML: nothing that ends one. */
const attributeName = /^[^\s"'<>/=\0]{1,200}$/;
const tagName = /^[a-z][^\s"'<>/=\0]{0,199}$/i;
const reason = /^[a-z-]{1,40}$/;
const textKinds: readonly string[] = ['blank', 'text', 'comment'] satisfies SnapshotText['text'][];

/**
 * Reads the nodes of one saved page, in order; each must be in one that came before it.
 *
 * @param valueCount how many values the page has: nodes name them by number
 */
export function createSnapshotNodeReader(valueCount: number): (input: unknown) => SnapshotNode {
  const depths: number[] = [];
  /** What may stand below this node: elements and roots may, texts may not. */
  const holds: ('root' | 'element' | 'text')[] = [];
  // Nothing is known of the page's own words any more; names of persons and long numbers are told without them.
  const keeper = createNameKeeper(() => false);

  function place(given: Readonly<Record<string, unknown>>): number {
    const above = given.in;
    if (typeof above !== 'number' || !Number.isSafeInteger(above))
      throw new SnapshotError('a node is nowhere');
    const isFirst = depths.length === 0;
    if (isFirst ? above !== -1 : above < 0 || above >= depths.length || holds[above] === 'text')
      throw new SnapshotError('a node is in none that came before it');
    const depth = isFirst ? 0 : (depths[above] ?? 0) + 1;
    // A root and its host are two nodes, and one level of a page.
    if (depth > snapshotLimits.depth * 2) throw new SnapshotError('it is nested too deep');
    depths.push(depth);
    return above;
  }

  function values(input: unknown): { readonly values?: readonly number[] } {
    if (input === undefined) return {};
    const numbers = listAt(input, 'values of a node', maxValuesHere);
    const isNumber = (value: unknown): value is number =>
      typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < valueCount;
    if (!numbers.every(isNumber)) throw new SnapshotError('a node names a value that is not there');
    return { values: [...numbers] };
  }

  function rootNode(given: Readonly<Record<string, unknown>>, above: number): SnapshotNode {
    const root = given.root as RootKind;
    if (!rootKinds.includes(root)) throw new SnapshotError('a root of no known kind');
    const isTop = root === 'document';
    if (isTop !== (above === -1) || (!isTop && holds[above] !== 'element'))
      throw new SnapshotError('a root stands where none can');
    return { in: above, root, ...(given.quirks === true ? { quirks: true } : undefined) };
  }

  function textNode(given: Readonly<Record<string, unknown>>, above: number): SnapshotNode {
    const text = textAt(given.text, 'a text', 10);
    if (!textKinds.includes(text)) throw new SnapshotError('a text of no known kind');
    return { in: above, text: text as SnapshotText['text'], ...values(given.values) };
  }

  function elementNode(given: Readonly<Record<string, unknown>>, above: number): SnapshotElement {
    const attributes = listAt(given.attributes ?? [], 'attributes', maxAttributes).map(attribute);
    const hiddenNames = listAt(given.hiddenNames ?? [], 'hiddenNames', maxAttributes).map(shape);
    const known = attributes.flatMap(({ kept }) => (kept ? [kept] : []));
    const hidden = [...hiddenNames, ...attributes.flatMap(({ hidden: name }) => (name ? [name] : []))];
    const field = given.field as FieldClass | undefined;
    if (field !== undefined && !fieldClasses.includes(field))
      throw new SnapshotError('a field of no known class');
    const unread = given.unread === undefined ? undefined : textAt(given.unread, 'unread', 40);
    if (unread !== undefined && !reason.test(unread)) throw new SnapshotError('a frame of no known state');
    const control = given.control === undefined ? undefined : controlOf(given.control);
    return {
      in: above,
      ...tag(given),
      ...(given.ns === 'svg' || given.ns === 'other' ? { ns: given.ns } : undefined),
      ...(known.length > 0 ? { attributes: known } : undefined),
      ...(hidden.length > 0 ? { hiddenNames: hidden } : undefined),
      ...(control ? { control } : undefined),
      ...(field ? { field } : undefined),
      ...(given.closed === true ? { closed: true } : undefined),
      ...(unread === undefined ? undefined : { unread }),
    };
  }

  function tag(given: Readonly<Record<string, unknown>>): Pick<SnapshotElement, 'tag' | 'hiddenTag'> {
    const name = textAt(given.tag, 'tag', longestName);
    if (!tagName.test(name)) throw new SnapshotError('an element has no name');
    if (given.hiddenTag !== undefined) {
      if (!/^hidden-\d{1,6}$/.test(name)) throw new SnapshotError('a hidden tag has a name');
      return { tag: name, hiddenTag: shape(given.hiddenTag) };
    }
    const kept = keptTag(name, keeper);
    return isHiddenShape(kept) ? { tag: 'hidden-0', hiddenTag: kept } : { tag: name };
  }

  function attribute(input: unknown): { readonly kept?: SavedAttribute; readonly hidden?: string } {
    const [written, value] = listAt(input, 'an attribute', 2);
    const name = textAt(written, 'the name of an attribute', longestName);
    if (!attributeName.test(name)) throw new SnapshotError('an attribute has no name');
    if (stateAttributes.has(name)) return { hidden: stateShape };
    const isPlaceholder = /^hidden-\d{1,4}$/.test(name);
    const kept = isPlaceholder ? name : keptAttributeName(name, keeper);
    if (isHiddenShape(kept)) return { hidden: kept };
    if (typeof value !== 'string') return { kept: [name, hiddenValue(value)] };
    return { kept: [name, redactAttribute(name, textAt(value, 'a value', longestValue), keeper)] };
  }

  function hiddenValue(input: unknown): HiddenValue {
    const given = fieldsOf(input, 'a value that was not kept');
    const known = values(given.values);
    if (given.shape === undefined) return known;
    const words = wordsOf(textAt(given.shape, 'a shape', longestValue));
    const safe = words.map((word) => (isHiddenShape(word) ? shape(word) : keeper.named(word)));
    return { shape: safe.join(' '), ...known };
  }

  /** A shape is its own shape: what else stands in it is taken out. */
  function shape(input: unknown): string {
    const written = textAt(input, 'a shape', longestValue);
    if (written === stateShape) return written;
    const safe = nameShape(written);
    return isHiddenShape(safe) ? safe : `${safe}${dot}`;
  }

  function controlOf(input: unknown): SavedControl {
    const given = fieldsOf(input, 'a control');
    const type = textAt(given.type, 'the type of a control', 40);
    if (!reason.test(type)) throw new SnapshotError('a control of no known type');
    return { type, ...(given.filled === true ? { filled: true } : undefined), ...values(given.values) };
  }

  return (input) => {
    const given = fieldsOf(input, 'a node');
    const above = place(given);
    const kind = given.root !== undefined ? 'root' : given.tag !== undefined ? 'element' : 'text';
    holds.push(kind);
    if (kind === 'root') return rootNode(given, above);
    return kind === 'element' ? elementNode(given, above) : textNode(given, above);
  };
}
