/** What the page side reads of a form control: attributes, labels, neighbours. Never its value. */
export interface FieldFacts {
  /** Node id of the control. */
  readonly node: number;
  readonly tag: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Every text that labels it: `<label>`, aria-label, aria-labelledby, title, placeholder, nearby text. */
  readonly labels: readonly FieldLabel[];
  /** First and last option texts of a select (core/fields/fieldReading.ts says how many). */
  readonly options: readonly string[];
  /** How many options it has. */
  readonly optionCount?: number;
  /** Language of the control (closest `lang`), lower case, or ''. */
  readonly lang: string;
  /** Index of its form among the page's forms; -1 for none. Controls of one form share it. */
  readonly form: number;
  readonly maxLength: number;
  /** What is written around it for the page's own code; absent where nothing was read. */
  readonly hints?: Readonly<Record<string, string>>;
  /** Value of the attribute that the caller asked for, to join results with its own list; never read as evidence. */
  readonly key?: string;
  /** On a saved page: what it was found to be for when the page was kept; what told so is gone. */
  readonly meant?: FieldClass;
}

export interface FieldLabel {
  readonly kind: FieldLabelKind;
  readonly text: string;
}

/** Where a text stands that labels a field; `nearby` is before it, `column` the head of its table's column. */
export type FieldLabelKind =
  | 'label'
  | 'aria'
  | 'placeholder'
  | 'title'
  | 'legend'
  | 'nearby'
  | 'after'
  | 'column'
  | 'described'
  | 'heading';

/** What would be typed into a field. The names of the labelled data (docs/leaks.md). */
export type FieldClass =
  | 'name'
  | 'email'
  | 'tel'
  | 'street'
  | 'locality'
  | 'postal'
  | 'country'
  | 'organization'
  | 'cc-number'
  | 'cc-csc'
  | 'cc-exp'
  | 'cc-name'
  | 'cc-other'
  | 'password'
  | 'username'
  | 'otp'
  | 'dob'
  | 'id'
  | 'gender'
  | 'bank'
  | 'token'
  | 'demographic'
  | 'other-personal'
  | 'none';

export interface FieldMeaning {
  readonly node: number;
  readonly class: FieldClass;
  /** 0..1. */
  readonly confidence: number;
  /** Message key and what it saw: ['fieldWhy.autocomplete', 'email']. Never a value. */
  readonly why: readonly [key: string, detail: string];
}
