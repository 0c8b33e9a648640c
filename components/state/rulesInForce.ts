import { doubtOldMeasurements } from '../../core/profiles/documented/doubtOldMeasurements.ts';
import type { MeasuredPolicy } from '../../core/profiles/documented/measuredPolicy.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { defaultProfileId } from '../../core/profiles/registry.ts';
import type { SettingsState } from '../../core/protocol.ts';
import { isBuiltIn, type RuleSet } from '../../core/rules/rule.ts';

/** What is known of the recorder at hand beside the settings. */
export interface Today {
  /** `2026-11-26`, in UTC. */
  readonly date: string;
  /** What recorders on the page say of themselves, by id. */
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * The rules a scan is made with. A source that lists no built-in rules (the local rule set) gets the
 * recorder's published ones, because the recorder would apply them.
 *
 * @returns null while the settings were not read yet
 */
export function rulesInForce(state: SettingsState | null, profile: Profile, today: Today): RuleSet | null {
  if (!state) return null;
  const measured = measuredIn(state, today);
  const given = profile.id === defaultProfileId ? state.ruleSet : rulesForOthers(state);
  const { measured: _undated, ...rules } = given;
  const ruleSet = measured.length === 0 ? rules : { ...rules, measured };
  if (profile.id !== defaultProfileId || ruleSet.rules.some(isBuiltIn)) return ruleSet;
  const offline = profile.offlineRules();
  return {
    ...ruleSet,
    rules: [...ruleSet.rules, ...offline.rules],
    groups: [...ruleSet.groups, ...offline.groups],
  };
}

/** A connected org's rules are FullStory's own; only rules that are kept here may be meant for any recorder. */
function rulesForOthers({ ruleSet, connection }: SettingsState): RuleSet {
  const kept = connection.kind === 'local' ? ruleSet.rules.filter((rule) => !isBuiltIn(rule)) : [];
  return { rules: kept, groups: [], gaps: [] };
}

/** The rule file's own and those that were loaded here; of two of one recorder the newer. */
function measuredIn({ ruleSet, measured: loaded }: SettingsState, { date, versions }: Today): MeasuredPolicy {
  const newest = new Map<string, MeasuredPolicy[number]>();
  for (const one of [...(ruleSet.measured ?? []), ...loaded]) {
    const known = newest.get(one.recorder);
    if (!known || known.date <= one.date) newest.set(one.recorder, one);
  }
  return doubtOldMeasurements([...newest.values()], date, versions);
}
