import type { FieldClass } from '../fields/fieldFacts.ts';

/** What the synthetic visitor did on one page. No value is in here: they follow from seed and locale. */
export interface VisitorReport {
  readonly seed: number;
  /** BCP 47, such as `de-DE`. */
  readonly locale: string;
  readonly filled: readonly FilledField[];
  /** Password fields whose text was shown for a while, dialogs and details that were opened. */
  readonly shownPasswords: number;
  readonly opened: number;
  /** Fields that were not filled, each with its reason (`visitor.skipped.<why>`). */
  readonly skipped: readonly { readonly path: string; readonly why: string }[];
}

export interface FilledField {
  readonly path: string;
  readonly class: FieldClass;
}
