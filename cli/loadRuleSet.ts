import { readConfigurationText } from '../core/configuration/readConfigurationText.ts';
import { OptionsError, type Profile } from '../core/profiles/profile.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import { withBuiltIns } from '../core/rules/withBuiltIns.ts';
import { parseRuleFile } from '../core/settings/parseRuleFile.ts';
import { printable } from './printable.ts';
import { readJsonFile, readTextFile } from './readJsonFile.ts';
import { UsageError } from './usageError.ts';

/** @throws UsageError when the file cannot be read or is no rule file */
export async function loadRuleSet(file: string | undefined, profile: Profile): Promise<RuleSet> {
  const offline = profile.offlineRules();
  if (file === undefined) return offline;
  return withBuiltIns(parseRules(file, await readJsonFile(file)), offline);
}

function parseRules(file: string, json: unknown): RuleSet {
  try {
    return parseRuleFile(json);
  } catch (error) {
    throw new UsageError(`${file}: ${printable(error instanceof Error ? error.message : String(error))}`);
  }
}

/**
 * `--options`: JSON, or the site's own code that configures the recorder, or `@file` that holds either.
 *
 * @throws UsageError when it is neither
 */
export async function loadOptions(given: string | undefined, profile: Profile): Promise<unknown> {
  if (given === undefined) return undefined;
  const file = given.startsWith('@') ? given.slice(1) : undefined;
  const text = file === undefined ? given : await readTextFile(file);
  if (text.trim() === '') throw new UsageError(`${file ?? '--options'} is empty`);
  try {
    return readConfigurationText(text, profile.configuredBy);
  } catch (error) {
    if (!(error instanceof OptionsError)) throw error;
    throw new UsageError(`${file ?? '--options'}: ${printable(error.message)}`);
  }
}
