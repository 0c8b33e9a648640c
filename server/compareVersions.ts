import { compareRules, type RuleField, ruleFields } from '../core/settings/compareRules.ts';
import { ruleOfState } from './ruleOfState.ts';
import type { RuleState } from './schema.ts';

export interface FieldChange {
  readonly field: string;
  /** In the API's own words; null where there is no rule. */
  readonly from: unknown;
  readonly to: unknown;
}

/** How the API calls the fields of a rule. */
const wireNames: Readonly<Record<RuleField, string>> = {
  name: 'name',
  description: 'description',
  selector: 'source.selector',
  exceptions: 'source.exception_selectors',
  action: 'operation.action',
  consent: 'operation.consent',
  scope: 'operation.scope',
  platforms: 'platforms',
};

const stored: Readonly<Record<RuleField, keyof RuleState>> = {
  name: 'name',
  description: 'description',
  selector: 'selector',
  exceptions: 'exceptionSelectors',
  action: 'action',
  consent: 'consent',
  scope: 'scope',
  platforms: 'platforms',
};

/** The fields in which two versions differ, by the engine's own comparison. Null: deleted. */
export function compareVersions(from: RuleState | null, to: RuleState | null): readonly FieldChange[] {
  const differing =
    from && to ? compareRules(ruleOfState(from), ruleOfState(to)) : from || to ? ruleFields : [];
  return differing.map((field) => ({
    field: wireNames[field],
    from: from === null ? null : from[stored[field]],
    to: to === null ? null : to[stored[field]],
  }));
}
