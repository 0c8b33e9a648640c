import type { SelectorSyntax } from '../profiles/profile.ts';
import type { RuleSet } from '../rules/rule.ts';
import type { PrivacyModel } from './privacyModel.ts';
import type { TranslationNotes } from './translationNote.ts';

/** Reads the configuration of one recorder. One file each in `from/`, named in `registry.ts`. */
export interface SourceReader {
  /** The profile's id. */
  readonly id: string;
  /** @throws OptionsError when the options do not have the recorder's shape */
  read(source: SourceConfiguration, notes: TranslationNotes): PrivacyModel;
}

export interface SourceConfiguration {
  /** The recorder's own configuration object. */
  readonly options: unknown;
  /** Rules beside it, as the profile plays them; built-in ones included where they are in force. */
  readonly ruleSet: RuleSet;
  /** A selector that this refuses is not translated: its meaning in a list with others is not known. */
  readonly syntax: SelectorSyntax;
}
