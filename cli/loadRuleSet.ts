import type { Profile } from '../core/profiles/profile.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import { withBuiltIns } from '../core/rules/withBuiltIns.ts';
import { parseRuleFile } from '../core/settings/parseRuleFile.ts';
import { printable } from './printable.ts';
import { parseJson, readJsonFile } from './readJsonFile.ts';
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

/** `--options`: a JSON text, or `@file` that holds one. @throws UsageError when it is neither */
export async function loadOptions(given: string | undefined): Promise<unknown> {
  if (given === undefined) return undefined;
  return given.startsWith('@') ? readJsonFile(given.slice(1)) : parseJson('--options', given);
}
