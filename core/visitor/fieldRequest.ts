import type { FieldFacts } from '../fields/fieldFacts.ts';

/** What a field asks of a value: the facts of its meaning, and the limits that its author set. */
export interface FieldRequest
  extends Pick<FieldFacts, 'tag' | 'type' | 'attributes' | 'labels' | 'maxLength'> {
  readonly min?: string;
  readonly max?: string;
  /** Of a select or a group of radio buttons, in order; disabled ones left out. */
  readonly choices?: readonly FieldChoice[];
}

export interface FieldChoice {
  readonly value: string;
  readonly text: string;
}
