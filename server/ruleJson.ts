import { ruleTag } from './revisionTag.ts';
import type { ElementRuleRow, RuleFields, RuleGroupRow, RuleState } from './schema.ts';

/** A rule as v2beta shows it (fullstory.md e.1), with its revision beside it. int64 travels as text. */
export function ruleJson(row: ElementRuleRow): Record<string, unknown> {
  return {
    id: row.id,
    ...stateJson(row),
    created_at: row.createdAt.toISOString(),
    last_updated: row.lastUpdated.toISOString(),
    last_updated_by: row.lastUpdatedBy,
    etag: ruleTag(row),
  };
}

/** What of it is told about every version. */
export function stateJson(state: RuleState): Record<string, unknown> {
  return { ...fieldsJson(state), editable: state.editable, group_id: state.groupId };
}

/** What a caller writes of it. */
export function fieldsJson(fields: RuleFields): Record<string, unknown> {
  const { name, description, selector, exceptionSelectors, action, consent, scope, platforms } = fields;
  return {
    name,
    description,
    source: { selector, exception_selectors: exceptionSelectors },
    operation: { action, consent, scope },
    platforms,
  };
}

/** A rule, or one version of it. */
export type BlockRow = RuleState & Pick<ElementRuleRow, 'lastUpdated'>;

/** The same rule as the older read shows it (fullstory.md e.3): camelCase, with targeting conditions. */
export function elementBlockJson(row: BlockRow): Record<string, unknown> {
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
