import { readConfigurationText } from '../core/configuration/readConfigurationText.ts';
import { type LeakSettings, noLeakSettings } from '../core/leakSettings/leakSettings.ts';
import { readLeakSettings } from '../core/leakSettings/readLeakSettings.ts';
import { doubtOldMeasurements } from '../core/profiles/documented/doubtOldMeasurements.ts';
import { OptionsError, type Profile } from '../core/profiles/profile.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import { withBuiltIns } from '../core/rules/withBuiltIns.ts';
import { changeMeasurements } from '../core/settings/changeMeasurements.ts';
import { measurementsIn } from '../core/settings/measurementsIn.ts';
import { parseRuleFile } from '../core/settings/parseRuleFile.ts';
import { asObject } from '../core/settings/wireGuards.ts';
import { printable } from './printable.ts';
import { readJsonFile, readTextFile } from './readJsonFile.ts';
import { UsageError } from './usageError.ts';

/** A rule file: what the recorder goes by, and what the leak finder does. */
export interface LoadedRules {
  readonly ruleSet: RuleSet;
  readonly leakSettings: LeakSettings;
}

/**
 * @param today `2026-11-25`
 * @throws UsageError when the file cannot be read or is no rule file
 */
export async function loadRuleSet(
  file: string | undefined,
  profile: Profile,
  today: string,
): Promise<LoadedRules> {
  const offline = profile.offlineRules();
  if (file === undefined) return { ruleSet: offline, leakSettings: noLeakSettings };
  const json = await readJsonFile(file);
  const ruleSet = withBuiltIns(
    dated(
      parsed(file, () => parseRuleFile(json)),
      today,
    ),
    offline,
  );
  return { ruleSet, leakSettings: parsed(file, () => leakSettingsIn(json, today)) };
}

/**
 * The rules with what another file says closed recorders were measured to do.
 *
 * @throws UsageError when the file cannot be read, or holds no measurement that can be
 */
export async function withMeasuredFile(file: string, ruleSet: RuleSet, today: string): Promise<RuleSet> {
  const json = await readJsonFile(file);
  const entries = parsed(file, () => measurementsIn(json));
  const measured = parsed(file, () => changeMeasurements(ruleSet.measured ?? [], { kind: 'put', entries }));
  return dated({ ...ruleSet, measured }, today);
}

/** What was measured too long ago relaxes nothing any more. */
function dated(ruleSet: RuleSet, today: string): RuleSet {
  const { measured } = ruleSet;
  return measured === undefined ? ruleSet : { ...ruleSet, measured: doubtOldMeasurements(measured, today) };
}

/** Only Scrim's own form of a rule file has any. */
export function leakSettingsIn(json: unknown, today: string): LeakSettings {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'scrim')) return noLeakSettings;
  return readLeakSettings(asObject(json, '$'), today);
}

function parsed<T>(file: string, parse: () => T): T {
  try {
    return parse();
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
