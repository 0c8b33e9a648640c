import { readFile } from 'node:fs/promises';
import type { Profile } from '../core/profiles/profile.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import { withBuiltIns } from '../core/rules/withBuiltIns.ts';
import { parseRuleFile } from '../core/settings/parseRuleFile.ts';
import { UsageError } from './usageError.ts';

/** @throws UsageError when the file cannot be read or is no rule file */
export async function loadRuleSet(file: string | undefined, profile: Profile): Promise<RuleSet> {
  const offline = profile.offlineRules();
  if (file === undefined) return offline;
  return withBuiltIns(parseRules(file, await readJson(file)), offline);
}

function parseRules(file: string, json: unknown): RuleSet {
  try {
    return parseRuleFile(json);
  } catch (error) {
    throw new UsageError(`${file}: ${messageOf(error)}`);
  }
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${messageOf(error)}`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${messageOf(error)}`);
  }
}

/** `--options`: a JSON text, or `@file` that holds one. @throws UsageError when it is neither */
export async function loadOptions(given: string | undefined): Promise<unknown> {
  if (given === undefined) return undefined;
  if (given.startsWith('@')) return readJson(given.slice(1));
  try {
    return JSON.parse(given);
  } catch (error) {
    throw new UsageError(`--options is not JSON: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
