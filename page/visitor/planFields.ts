import { createFieldReader } from '../../core/fields/createFieldReader.ts';
import type { FieldClass, FieldFacts } from '../../core/fields/fieldFacts.ts';
import type { meaningsOfFields } from '../../core/fields/meaningsOfFields.ts';
import type { SyntheticIdentity } from '../../core/visitor/createIdentity.ts';
import type { FieldRequest } from '../../core/visitor/fieldRequest.ts';
import { domAccess } from '../domAccess.ts';
import { liveFieldTree } from '../liveFieldTree.ts';
import { fieldAccess } from './fieldAccess.ts';
import { pageElements } from './pageElements.ts';
import { pagePath } from './pagePath.ts';
import { readRequest } from './readRequest.ts';
import { typeOf, whyNotFilled } from './whyNotFilled.ts';

export interface PlanOptions {
  readonly document: Document;
  readonly identity: SyntheticIdentity;
  /** How fields are understood: passed in, because its model is larger than all else here. */
  readonly meaningsOf: typeof meaningsOfFields;
  readonly isOurs: (node: Node) => boolean;
}

/** One field and what the visitor will do with it. */
export interface PlannedField {
  readonly element: Element;
  readonly path: string;
  readonly class: FieldClass;
  readonly way: FieldWay;
  /** What is written into it, or the option that is chosen. */
  readonly value: string;
  /** Of several boxes that hold one character each only the first says what all of them hold. */
  readonly whole?: string;
}

/** Typed as text; written in a form only the browser knows (dates, numbers); chosen; ticked; typed into an element. */
export type FieldWay = 'type' | 'set' | 'choose' | 'tick' | 'edit';

export interface SkippedField {
  readonly path: string;
  /** Message key `visitor.skipped.<why>`. */
  readonly why: string;
}

export interface FieldPlan {
  readonly fields: readonly PlannedField[];
  readonly skipped: readonly SkippedField[];
}

interface FoundField {
  readonly element: Element;
  readonly facts: FieldFacts;
  readonly class: FieldClass;
}

/** Boxes that hold one character each: codes of six, card numbers of sixteen. */
const maxBoxes = 24;

/**
 * What to fill and with what, of the whole page: document, open shadow roots, frames of the same origin. Reads only.
 *
 * @param done fields that were planned before, left out; what is planned now is added, and what will never be
 */
export function planFields(options: PlanOptions, done: WeakSet<Element>): FieldPlan {
  const { document, isOurs } = options;
  const { elements, unreadable, isCut } = pageElements(document, isOurs);
  const fields: PlannedField[] = [];
  const skipped: SkippedField[] = [];
  const skip = (element: Element, why: string) => void skipped.push({ path: pagePath(element), why });
  for (const frame of unreadable) if (isNew(frame)) skip(frame, 'frame');
  if (isCut) skipped.push({ path: '', why: 'too-many' });

  const found = foundFields(elements, options.meaningsOf);
  const questions = new Set<string>();
  for (let index = 0; index < found.length; index += 1) {
    const field = found[index];
    if (!field || done.has(field.element)) continue;
    if (isAnswered(field, questions)) continue;
    const boxes = boxesFrom(found, index);
    index += boxes.length - 1;
    take(
      boxes.map(({ element }) => element),
      boxes.length > 1 ? planBoxes(boxes, options) : planOne(field, options),
    );
  }
  for (const element of elements)
    if (isEditor(element) && !done.has(element)) take([element], planEditor(element, options));
  return { fields, skipped };

  function take(boxes: readonly Element[], planned: readonly PlannedField[] | string): void {
    if (typeof planned !== 'string') fields.push(...planned);
    else if (boxes[0]) skip(boxes[0], planned);
    // What cannot be filled now may be later: a dialog opens, a step before it is done.
    if (typeof planned === 'string' && passing.has(planned)) return;
    for (const element of boxes) done.add(element);
  }

  function isNew(element: Element): boolean {
    if (done.has(element)) return false;
    done.add(element);
    return true;
  }
}

const passing: ReadonlySet<string> = new Set(['hidden', 'disabled', 'read-only']);

/** Of the radio buttons of one name only the first is taken. */
function isAnswered({ facts }: FoundField, questions: Set<string>): boolean {
  if (facts.type !== 'radio') return false;
  const question = `${facts.form} ${facts.attributes.name ?? facts.node}`;
  if (questions.has(question)) return true;
  questions.add(question);
  return false;
}

function foundFields(elements: readonly Element[], meaningsOf: PlanOptions['meaningsOf']): FoundField[] {
  const reader = createFieldReader<Node>(liveFieldTree);
  const read = elements.flatMap((element, node) => {
    const facts = reader.read(element, node);
    return facts ? [{ element, facts }] : [];
  });
  const meanings = meaningsOf(read.map(({ facts }) => facts));
  return read.map((one, index) => ({ ...one, class: meanings[index]?.class ?? 'none' }));
}

/** The field with those that follow it in one code: `[ ][ ][ ][ ]`. */
function boxesFrom(found: readonly FoundField[], from: number): readonly FoundField[] {
  const first = found[from];
  if (!first) return [];
  const isBox = ({ facts }: FoundField) => facts.maxLength === 1 && facts.tag === 'input';
  let to = from + 1;
  while (isBox(first) && to - from < maxBoxes) {
    const next = found[to];
    if (!next || !isBox(next) || next.class !== first.class || next.facts.form !== first.facts.form) break;
    to += 1;
  }
  return found.slice(from, to);
}

function planBoxes(
  boxes: readonly FoundField[],
  { identity }: PlanOptions,
): readonly PlannedField[] | string {
  const [first] = boxes;
  if (!first) return 'no-value';
  const why = whyNotFilled(first.element);
  if (why !== undefined) return why;
  const { maxlength: _, pattern: __, ...attributes } = first.facts.attributes;
  const request = { ...readRequest(first.element, first.facts), attributes, maxLength: boxes.length };
  const whole = identity.valueFor(first.class, request)?.padEnd(boxes.length, '4');
  if (whole === undefined) return 'no-value';
  return boxes.map(({ element, class: found }, index) => ({
    element,
    path: pagePath(element),
    class: found,
    way: 'type',
    value: whole.charAt(index),
    whole: index === 0 ? whole : '',
  }));
}

function planOne(field: FoundField, { identity }: PlanOptions): readonly PlannedField[] | string {
  const { element, facts, class: found } = field;
  const why = whyNotFilled(element);
  if (why !== undefined) return why;
  const type = typeOf(element);
  if (type === 'checkbox' || type === 'radio') return planTick(field);
  if (found === 'none' && fieldAccess.value(element) !== '') return 'already-filled';
  const request = readRequest(element, facts);
  const value = identity.valueFor(found, request);
  if (value === undefined) return 'no-value';
  if (isRefused(element, value, request)) return 'pattern';
  return [{ element, path: pagePath(element), class: found, way: wayOf(type), value }];
}

/** A box is ticked where it says what somebody is, or where the form asks for it; of radio buttons, one. */
function planTick({ element, class: found }: FoundField): readonly PlannedField[] | string {
  if (fieldAccess.isChecked(element)) return 'already-filled';
  const isRadio = typeOf(element) === 'radio';
  if (isRadio && domAccess.matches(element, ':not(:indeterminate)')) return 'already-filled';
  const isAsked = isRadio || domAccess.getAttribute(element, 'required') !== null;
  if (found === 'none' && !isAsked) return 'not-personal';
  return [{ element, path: pagePath(element), class: found, way: 'tick', value: '' }];
}

const textTypes: ReadonlySet<string> = new Set([
  'text',
  'search',
  'email',
  'tel',
  'url',
  'password',
  'textarea',
]);
const chosenTypes: ReadonlySet<string> = new Set(['select']);
const formTypes: ReadonlySet<string> = new Set(['date', 'month', 'week', 'time', 'datetime-local', 'number']);

/** What a browser does not know is a text to it. */
function wayOf(type: string): FieldWay {
  if (chosenTypes.has(type)) return 'choose';
  return formTypes.has(type) && !textTypes.has(type) ? 'set' : 'type';
}

/** The browser's own word on patterns, asked of an input that is in no page. */
function isRefused(element: Element, value: string, { tag, type, attributes }: FieldRequest): boolean {
  if (tag !== 'input' || attributes.pattern === undefined) return false;
  const probe = document.createElement('input');
  probe.type = type;
  probe.pattern = domAccess.getAttribute(element, 'pattern') ?? '';
  probe.value = value;
  return probe.validity.patternMismatch;
}

function isEditor(element: Element): boolean {
  const stated = domAccess.getAttribute(element, 'contenteditable');
  return stated !== null && /^(?:|true|plaintext-only)$/i.test(stated.trim());
}

function planEditor(element: Element, { identity }: PlanOptions): readonly PlannedField[] | string {
  const why = whyNotFilled(element);
  if (why !== undefined) return why;
  if ((domAccess.textContent(element) ?? '').trim() !== '') return 'already-filled';
  const request: FieldRequest = {
    tag: 'textarea',
    type: 'textarea',
    attributes: {},
    labels: [],
    maxLength: -1,
  };
  const value = identity.valueFor('other-personal', request);
  if (value === undefined) return 'no-value';
  return [{ element, path: pagePath(element), class: 'other-personal', way: 'edit', value }];
}
