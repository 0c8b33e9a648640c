import { classOfAutocomplete } from './classOfAutocomplete.ts';
import { fieldEvidence } from './fieldEvidence.ts';
import type { FieldClass, FieldFacts, FieldMeaning } from './fieldFacts.ts';

/** Nobody writes these attributes to keep a browser from filling a field, so where they stand they are meant. */
const meant: ReadonlySet<FieldClass> = new Set(['otp', 'dob', 'gender', 'cc-csc', 'cc-exp', 'cc-number']);
const loginTypes: ReadonlySet<string> = new Set(['text', 'tel', 'email']);
const minSingles = 4;
const typed: ReadonlySet<string> = new Set(['text', 'tel', 'number', 'password']);

/** What needs no weighing of words: a stated class of those that are never misused, and the boxes of a code. */
export function plainMeaning(facts: FieldFacts, isSingle: boolean): FieldMeaning | undefined {
  const { node } = facts;
  const stated = classOfAutocomplete(facts.attributes.autocomplete ?? '');
  if (stated && meant.has(stated.class))
    return { node, class: stated.class, confidence: 0.97, why: ['fieldWhy.autocomplete', stated.token] };
  if (isSingle) return { node, class: 'otp', confidence: 0.9, why: ['fieldWhy.singles', ''] };
  return undefined;
}

/**
 * What a valid autocomplete attribute states, asked where nothing else was found: an author who names a field so and
 * writes nothing else about it means it. On a password box it is written to keep a browser away.
 */
export function statedMeaning(facts: FieldFacts): FieldMeaning | undefined {
  const stated = classOfAutocomplete(facts.attributes.autocomplete ?? '');
  if (!stated || stated.class === 'password' || facts.type === 'password' || facts.type === 'search')
    return undefined;
  const why = ['fieldWhy.autocomplete', stated.token] as const;
  return { node: facts.node, class: stated.class, confidence: 0.9, why };
}

/** The box before a password that nothing is written about; asked where nothing else was found. */
export function besidePassword(facts: FieldFacts, after: FieldFacts | undefined): FieldMeaning | undefined {
  const near = after?.type === 'password' && after.form === facts.form;
  if (!near || !loginTypes.has(facts.type) || fieldEvidence(facts).length > 0) return undefined;
  return { node: facts.node, class: 'username', confidence: 0.55, why: ['fieldWhy.beside', 'password'] };
}

/** Fields that are one of four or more in a row for one character each. The first one may take a pasted code. */
export function rowsOfSingles(fields: readonly FieldFacts[]): ReadonlySet<FieldFacts> {
  const found = new Set<FieldFacts>();
  let row: FieldFacts[] = [];
  for (const facts of [...fields, undefined]) {
    if (
      facts?.maxLength === 1 &&
      typed.has(facts.type) &&
      (row.length === 0 || row[0]?.form === facts.form)
    ) {
      row.push(facts);
      continue;
    }
    if (row.length >= minSingles) for (const one of row) found.add(one);
    row = facts?.maxLength === 1 && typed.has(facts.type) ? [facts] : [];
  }
  return found;
}
