import type { FieldClass } from '../fieldFacts.ts';

/**
 * Words and phrases that name a kind of field, separated by `|`, lower case, without accents.
 *
 * `strong` settles what a text is about. `weak` only counts where nothing strong is said: "name", "address",
 * "number" are in the labels of many other fields.
 */
export interface WordList {
  readonly class: FieldClass;
  readonly strong: string;
  readonly weak?: string;
}
