import type { DetectorId } from '../findings/finding.ts';

/**
 * How much has to stand around a number of this kind for it to be one.
 *
 * `anywhere`: form and checksum say enough. `record`: enough in a short record, not in prose. `alone`: only where the
 * text is the value. `home`: the same, and only when its country is known to be the text's. `named`: only beside a word
 * that names it.
 */
export type Reach = 'anywhere' | 'record' | 'alone' | 'home' | 'named';

/** One numbering of one country: the rows of `numberings/`. */
export interface Numbering {
  readonly detector: DetectorId;
  /** Country, and what the number is called there: `de-vat`, `es-nif`. */
  readonly scheme: string;
  /** ISO 3166 country; absent: many countries'. */
  readonly region?: string;
  /** Source of a regular expression over the value as it is written, without its edges, in lower or upper case. */
  readonly form: string;
  /** Check digits and parts. Gets letters and digits only, in upper case. Absent: there is nothing to check. */
  readonly valid?: (compact: string) => boolean;
  /** Beside a word that names it the form is enough: the check is a custom, or kept elsewhere on the document. */
  readonly looseWhenNamed?: true;
  readonly reach: Reach;
  /** So few numbers pass the check that it is enough in a record too, unless the text is known to be of elsewhere. */
  readonly strong?: true;
  /**
   * Words that name it, in lower case and separated by spaces; `_` stands for any separator or none, a trailing `*`
   * for any further letters.
   */
  readonly words: string;
  /** The same number is of this kind too: Spain's personal tax number is the identity card's. */
  readonly also?: DetectorId;
}
