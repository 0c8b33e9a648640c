import { blockersOf } from './proposalBlockers.ts';
import { fieldsJson } from './ruleJson.ts';
import type { OrgRow, ProposalRow } from './schema.ts';

/** A proposal as the API shows it. `blocked_by` is reckoned at each read, so it never says what was once. */
export function proposalJson(
  row: ProposalRow,
  org: Pick<OrgRow, 'policyRevision'>,
  present: ReadonlyMap<string, string>,
): Record<string, unknown> {
  return {
    id: row.id,
    key: row.key,
    state: row.state,
    title: row.title,
    description: row.description,
    opened_by: row.openedBy,
    opened_at: row.openedAt.toISOString(),
    decided_by: row.decidedBy,
    decided_at: row.decidedAt?.toISOString() ?? null,
    changes: row.changes.map(({ changeId, ruleId, base, after, reveals }) => ({
      change_id: changeId,
      rule_id: ruleId,
      base: base?.tag ?? null,
      base_revision: base?.revision ?? null,
      after: after && fieldsJson(after),
      reveals,
    })),
    policy: row.policy && {
      ...(row.policy.approval === undefined ? {} : { approval: row.policy.approval }),
      ...(row.policy.requiresRevision === undefined
        ? {}
        : { requires_revision: row.policy.requiresRevision }),
    },
    blocked_by: blockersOf(row, org, present),
  };
}
