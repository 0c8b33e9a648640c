import type { ElementRuleRow, OrgRow } from './schema.ts';

/**
 * The strong ETag of one state of a rule, with its quotes. The time is in it so that a number which is counted a
 * second time, after a backup was put back, is not taken for the first.
 */
export function ruleTag(state: Pick<ElementRuleRow, 'revision' | 'lastUpdated'>): string {
  return `"${state.revision}-${state.lastUpdated.getTime().toString(36)}"`;
}

/** The ETag of the org's whole list of rules. */
export function listTag(org: Pick<OrgRow, 'rulesRevision' | 'lastUpdated'>): string {
  return `"list-${org.rulesRevision}-${org.lastUpdated.getTime().toString(36)}"`;
}
