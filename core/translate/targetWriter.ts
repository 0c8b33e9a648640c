import type { RuleSet } from '../rules/rule.ts';
import type { PrivacyModel } from './privacyModel.ts';
import type { TranslationNotes } from './translationNote.ts';

/** Writes the model as the configuration of one recorder. One file each in `to/`, named in `registry.ts`. */
export interface TargetWriter {
  /** The profile's id. */
  readonly id: string;
  /** Every rule that comes out otherwise than it went in must be noted; a rule without a note counts as exact. */
  write(model: PrivacyModel, notes: TranslationNotes): WrittenTarget;
}

export interface WrittenTarget {
  /** The recorder's own configuration object as data, functions as markers: what its profile plays. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Rules that the recorder takes as rules, or as a function that is written in the code. */
  readonly ruleSet?: RuleSet;
  /** What must be written into the page, weakest first: where several meet on one element the last counts. */
  readonly patches: readonly PagePatch[];
  /** What a developer pastes. */
  readonly code: string;
  readonly language: 'javascript' | 'json';
}

/** Add this attribute to all elements that match. */
export interface PagePatch {
  readonly selector: string;
  readonly attribute: string;
  readonly value: string;
}
