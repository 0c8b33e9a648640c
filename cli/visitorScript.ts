// The synthetic visitor's hands in the page: one script, one isolated world, driven by cli/visitor/. What needs a
// trusted event is done from outside between two calls. Never loaded by the extension.

import { meaningsOfFields } from '../core/fields/meaningsOfFields.ts';
import { createIdentity, type SyntheticIdentity } from '../core/visitor/createIdentity.ts';
import type { PlantedValue } from '../core/visitor/plantedValue.ts';
import type { FilledField } from '../core/visitor/visitorReport.ts';
import { domAccess } from '../page/domAccess.ts';
import { plantedBy } from '../page/visitor/createFormFiller.ts';
import { fieldAccess } from '../page/visitor/fieldAccess.ts';
import { findOpeners, findReveal, type Opener } from '../page/visitor/findOpeners.ts';
import { type PlannedField, planFields, type SkippedField } from '../page/visitor/planFields.ts';
import { setField } from '../page/visitor/setField.ts';
import { typeOf } from '../page/visitor/whyNotFilled.ts';

export interface FoundFields {
  /** In order; the text of those that are typed, null for those that a script sets. */
  readonly texts: readonly (string | null)[];
  readonly filled: readonly FilledField[];
  readonly skipped: readonly SkippedField[];
  readonly planted: readonly PlantedValue[];
}

let identity: SyntheticIdentity | undefined;
let fields: readonly PlannedField[] = [];
let openers: readonly Opener[] = [];
const passwords: Element[] = [];
const reveals = new Map<Element, Element>();
const done = new WeakSet<Element>();
const pressed = new WeakSet<Element>();
let submissions = 0;
const isOurs = (): boolean => false;

/** The visitor acts from here on, until `end`. Called again it knows what it did on this page before. */
export function begin(given: { readonly seed: number; readonly locale: string }): void {
  identity ??= createIdentity(given);
  life = new AbortController();
  // Nothing is sent by it that a person would have to press a button for.
  const { signal } = life;
  window.addEventListener('submit', stopSubmission, { capture: true, signal });
}

let life = new AbortController();

function stopSubmission(event: Event): void {
  submissions += 1;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** The visitor leaves. @returns how many forms wanted to be sent meanwhile */
export function end(): number {
  life.abort();
  return submissions;
}

/** What is to be filled and was not before. */
export function find(): FoundFields {
  if (!identity) throw new Error('the visitor has not begun');
  const plan = planFields({ document, identity, meaningsOf: meaningsOfFields, isOurs }, done);
  fields = plan.fields;
  for (const { element } of fields) if (typeOf(element) === 'password') passwords.push(element);
  return {
    texts: fields.map(({ way, value }) => (way === 'type' || way === 'edit' ? value : null)),
    filled: fields.map(({ path, class: found }) => ({ path, class: found })),
    skipped: plan.skipped,
    planted: fields.flatMap(plantedBy),
  };
}

/**
 * Sees to it that one field holds its value, and turns to another.
 *
 * @param last index of the field that was typed into; -1: none
 * @param next index of the field to go on with; -1: none
 * @returns whether the next one is ready to be typed into: focused, its text selected
 */
export function turn(last: number, next: number): boolean {
  const typed = fields[last];
  if (typed && !holds(typed)) setField(typed);
  const field = fields[next];
  if (!field) {
    if (typed) fieldAccess.blur(typed.element);
    return false;
  }
  if (field.way !== 'type' && field.way !== 'edit') {
    setField(field);
    return false;
  }
  fieldAccess.focus(field.element);
  return selectIn(field.element);
}

/** A page may write it in its own way (spaces in a card number): what it made of it stands. */
function holds({ element, value }: PlannedField): boolean {
  const plain = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const now = plain(fieldAccess.value(element));
  return now !== '' && (now === plain(value) || now.includes(plain(value).slice(0, 4)));
}

function selectIn(element: Element): boolean {
  const root = domAccess.rootNode(element) as Document | ShadowRoot;
  if (root.activeElement !== element) return false;
  domAccess.ownerDocument(element)?.execCommand('selectAll');
  return true;
}

/** @returns how many things can be opened that were not before */
export function findClosed(): readonly Opener['kind'][] {
  openers = findOpeners(document, isOurs, pressed);
  return openers.map(({ kind }) => kind);
}

export function open(index: number): void {
  const opener = openers[index];
  if (opener) fieldAccess.click(opener.element);
}

/** Presses what shows the text of a password, or hides it again. @returns whether it shows now; null: nothing does */
export function toggle(index: number): boolean | null {
  const password = passwords[index];
  if (!password || !domAccess.matches(password, ':enabled')) return null;
  // Remembered: what said "show" says "hide" the second time.
  const reveal = reveals.get(password) ?? findReveal(password);
  if (!reveal) return null;
  reveals.set(password, reveal);
  fieldAccess.click(reveal);
  return typeOf(password) === 'text';
}

export function countPasswords(): number {
  return passwords.length;
}

/** Resolves when nothing has changed for `quiet` milliseconds, at the latest after `most`. */
export function settled(quiet: number, most: number): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(resolve, quiet);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(resolve, quiet);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    setTimeout(resolve, most);
    life.signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  });
}
