import type { FieldClass } from '../fields/fieldFacts.ts';
import { chooseOption } from './chooseOption.ts';
import { createRandom } from './createRandom.ts';
import type { FieldRequest } from './fieldRequest.ts';
import { fitsField } from './fitsField.ts';
import { placeOfIdentity } from './identityRegions.ts';
import { makePerson } from './makePerson.ts';
import { valuesOfClass } from './valuesOfClass.ts';

/** Somebody who does not exist: recognisable wherever a value turns up, and nobody's. */
export interface SyntheticIdentity {
  readonly seed: number;
  /** BCP 47. */
  readonly locale: string;
  /**
   * What this person would type.
   *
   * @param request the field's facts and limits; absent: the usual form. For a select the value of an option.
   * @returns undefined where nothing of the kind fits into the field
   */
  valueFor(found: FieldClass, request?: FieldRequest): string | undefined;
}

const anyText: FieldRequest = { tag: 'input', type: 'text', attributes: {}, labels: [], maxLength: -1 };
/** Words that stay recognisable when a field cuts them. */
const mayBeCut: ReadonlySet<FieldClass> = new Set([
  'name',
  'cc-name',
  'street',
  'locality',
  'organization',
  'username',
  'password',
  'token',
  'demographic',
  'other-personal',
  'none',
]);
/** A shorter rest says nothing any more. */
const minCut = 4;

/**
 * @param options.seed the same seed and locale make the same person
 * @param options.locale BCP 47; languages and countries that are not known get what an American has
 */
export function createIdentity({
  seed,
  locale,
}: {
  readonly seed: number;
  readonly locale: string;
}): SyntheticIdentity {
  const place = placeOfIdentity(locale);
  const person = makePerson(createRandom(seed), place);

  function valueFor(found: FieldClass, request: FieldRequest = anyText): string | undefined {
    const wanted = valuesOfClass(found, request, person, place);
    if (request.choices !== undefined) return chooseOption(request.choices, wanted);
    const isNumeric = /^(?:numeric|decimal)$/.test(request.attributes.inputmode ?? '');
    const numbers = isNumeric ? wanted.filter((value) => /^\d+$/.test(value)) : [];
    return [...numbers, ...wanted].find((value) => fitsField(value, request)) ?? cut(wanted, found, request);
  }

  return { seed, locale, valueFor };
}

function cut(wanted: readonly string[], found: FieldClass, request: FieldRequest): string | undefined {
  const { maxLength } = request;
  if (maxLength < minCut || !mayBeCut.has(found)) return undefined;
  return wanted.map((value) => value.slice(0, maxLength).trim()).find((value) => fitsField(value, request));
}
