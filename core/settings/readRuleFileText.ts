import type { RuleSet } from '../rules/rule.ts';
import { parseRuleFile } from './parseRuleFile.ts';
import { SettingsError } from './settingsSource.ts';
import { WireError } from './wireError.ts';

/** A rule file as data, and the rules in it. */
export interface ReadRuleFile {
  readonly json: unknown;
  readonly ruleSet: RuleSet;
}

/** @throws {SettingsError} `invalid` for a text that is no rule file; no word of it quotes the text */
export function readRuleFileText(text: string): ReadRuleFile {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return { json, ruleSet: parseRuleFile(json) };
  } catch (error) {
    if (error instanceof WireError) throw new SettingsError('invalid', `The rule file: ${error.message}`);
    // The parser's message quotes the file.
    if (error instanceof SyntaxError) throw new SettingsError('invalid', 'The rule file is not whole JSON.');
    throw error;
  }
}
