import type { ElementRuleRow, RuleGroupRow } from './schema.ts';

/** A rule as v2beta shows it (fullstory.md e.1). int64 travels as text. */
export function ruleJson(row: ElementRuleRow): Record<string, unknown> {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    source: { selector: row.selector, exception_selectors: row.exceptionSelectors },
    operation: { action: row.action, consent: row.consent, scope: row.scope },
    platforms: row.platforms,
    editable: row.editable,
    group_id: row.groupId,
    created_at: row.createdAt.toISOString(),
    last_updated: row.lastUpdated.toISOString(),
    last_updated_by: row.lastUpdatedBy,
  };
}

/** The same rule as the older read shows it (fullstory.md e.3): camelCase, with targeting conditions. */
export function elementBlockJson(row: ElementRuleRow): Record<string, unknown> {
  const platforms = row.platforms.map((platform) => condition('PLATFORM', platform));
  const domains = row.targetDomains.map((domain) => condition('DOMAIN', domain));
  return {
    selector: row.selector,
    consent: row.consent,
    notes: row.description,
    type: `BLOCK_${row.action}`,
    scope: row.scope,
    lastUpdated: row.lastUpdated.toISOString(),
    label: row.name,
    targetingConditions: { privacyTargetingConditions: [...platforms, ...domains] },
    editable: row.editable,
    exceptionSelectors: row.exceptionSelectors,
    groupId: row.groupId,
  };
}

export function ruleGroupJson(row: RuleGroupRow): Record<string, unknown> {
  return {
    groupId: row.id,
    templateId: row.templateId,
    note: row.note,
    overrides: row.scopeOverride === null ? {} : { scope: row.scopeOverride },
  };
}

function condition(attr: string, value: string): Record<string, unknown> {
  return { attr, op: 'EQ', values: [{ strVal: value }], joinPrevious: 'OR' };
}
