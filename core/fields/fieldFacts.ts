/** What the page side reads of a form control: attributes, labels, neighbours. Never its value. */
export interface FieldFacts {
  /** Node id of the control. */
  readonly node: number;
  readonly tag: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Every text that labels it: `<label>`, aria-label, aria-labelledby, title, placeholder, nearby text. */
  readonly labels: readonly FieldLabel[];
  /** First option texts of a select, at most `maxOptions`. */
  readonly options: readonly string[];
  /** Language of the control (closest `lang`), lower case, or ''. */
  readonly lang: string;
  /** Index of its form among the page's forms; -1 for none. Controls of one form share it. */
  readonly form: number;
  readonly maxLength: number;
  /** Value of the attribute that the caller asked for, to join results with its own list; never read as evidence. */
  readonly key?: string;
}

export interface FieldLabel {
  readonly kind: 'label' | 'aria' | 'placeholder' | 'title' | 'legend' | 'nearby';
  readonly text: string;
}

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
