import { isBuiltIn, RuleAction, type RuleSet } from '../rules/rule.ts';
import type { RecorderRule } from './recorderRules.ts';
import { trimSelector } from './trimSelector.ts';

/** How the rules that the recorder was given differ from those in the list. All empty: they say the same. */
export interface InForceDifference {
  /** Names of listed rules that it was not given: not there yet, or left out for this page or visitor. */
  readonly notGiven: readonly string[];
  /** Selectors it was given and no listed rule has: deleted or changed, and still there. */
  readonly notListed: readonly string[];
  /** Names of rules that it was given with another action. */
  readonly otherAction: readonly string[];
  /** Names of rules with exceptions that were not found: how those are given is not documented. */
  readonly untold: readonly string[];
}

/**
 * Compares the org's own rules for live sessions on the web. Built-in rules may be in the recorder's script itself, so
 * that one of them is not given means nothing.
 */
export function compareInForce(given: readonly RecorderRule[], listed: RuleSet): InForceDifference {
  const wanted = listed.rules.filter(
    (rule) =>
      !isBuiltIn(rule) && rule.platforms.includes('web') && (rule.scope === 'all' || rule.scope === 'live'),
  );
  const bySelector = new Map(given.map((rule) => [trimSelector(rule.selector), rule]));
  const known = new Set(listed.rules.map(({ selector }) => trimSelector(selector)));
  const missing = wanted.filter(({ selector }) => !bySelector.has(trimSelector(selector)));
  return {
    notGiven: missing.filter(({ exceptions }) => exceptions.length === 0).map(({ name }) => name),
    untold: missing.filter(({ exceptions }) => exceptions.length > 0).map(({ name }) => name),
    notListed: given
      .filter(({ selector }) => !known.has(trimSelector(selector)))
      .map(({ selector }) => selector),
    otherAction: wanted
      .filter((rule) => {
        const action = bySelector.get(trimSelector(rule.selector))?.action;
        return action !== undefined && rule.action !== RuleAction.unspecified && action !== rule.action;
      })
      .map(({ name }) => name),
  };
}
