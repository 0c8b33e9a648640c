import type { Rule } from '../rules/rule.ts';
import { compareRules, type RuleField } from './compareRules.ts';
import { findRuleIn } from './findRuleIn.ts';
import type { SettingsVersion } from './ruleHistory.ts';

/** One change of a rule, as two versions that follow each other tell it. */
export interface TrailStep {
  /** RFC 3339; empty: the source does not say. */
  readonly at: string;
  readonly by?: string;
  readonly fields: readonly RuleField[];
  /** What it was until then; null: it was created. */
  readonly before: Rule | null;
  /** When it had come to be as it was before; empty: not known. */
  readonly beforeAt: string;
  /** It is taken for the same rule because of its name only. */
  readonly byName: boolean;
}

export interface RuleTrail {
  /** Newest first. */
  readonly steps: readonly TrailStep[];
  /**
   * `start`: back to its creation. `oldest`: back to the oldest version there is here. `unclear`: further back it cannot be
   * told which rule it was. `unknown`: it is not in the newest version, so nothing can be told.
   */
  readonly end: 'start' | 'oldest' | 'unclear' | 'unknown';
}

/**
 * How a rule came to be what it is.
 *
 * @param rule as the source lists it now
 * @param versions newest first
 */
export function ruleTrail(
  rule: Rule,
  present: readonly Rule[],
  versions: readonly SettingsVersion[],
): RuleTrail {
  const [newest, ...older] = versions;
  if (!newest) return { steps: [], end: 'oldest' };
  const found = findRuleIn(newest.ruleSet.rules, rule, present);
  if (found.kind !== 'same') return { steps: [], end: found.kind === 'none' ? 'unknown' : 'unclear' };
  const steps: TrailStep[] = [];
  let here = { version: newest, rule: found.rule };
  for (const version of older) {
    const { at, by } = here.version;
    const moment = { at, ...(by === undefined ? {} : { by }), beforeAt: version.at };
    const before = findRuleIn(version.ruleSet.rules, here.rule, here.version.ruleSet.rules);
    if (before.kind === 'unclear') return { steps, end: 'unclear' };
    if (before.kind === 'none') {
      steps.push({ ...moment, fields: [], before: null, byName: false });
      return { steps, end: 'start' };
    }
    const fields = compareRules(before.rule, here.rule);
    if (fields.length > 0)
      steps.push({ ...moment, fields, before: before.rule, byName: before.kind === 'by-name' });
    here = { version, rule: before.rule };
  }
  return { steps, end: 'oldest' };
}
