import { eq } from 'drizzle-orm';
import type { Db } from './database.ts';
import { ruleTag } from './revisionTag.ts';
import { elementRules, type OrgRow, type ProposalRow } from './schema.ts';

/** Why a proposal cannot be applied as it is. */
export interface ProposalBlocker {
  /** Null: the policy moved. */
  readonly change_id: string | null;
  readonly rule_id: string | null;
  readonly why: 'rule_changed' | 'rule_deleted' | 'policy_changed';
  /** What the rule is at now. */
  readonly etag: string | null;
  readonly message: string;
}

/** The tag of every rule of the org, by id. */
export async function presentTags(db: Db, orgId: string): Promise<ReadonlyMap<string, string>> {
  const { id, revision, lastUpdated } = elementRules;
  const rows = await db
    .select({ id, revision, lastUpdated })
    .from(elementRules)
    .where(eq(elementRules.orgId, orgId));
  return new Map(rows.map((row) => [row.id, ruleTag(row)]));
}

/** What moved since the proposal was made. Empty for one that is not open any more. */
export function blockersOf(
  { state, changes, policy }: ProposalRow,
  org: Pick<OrgRow, 'policyRevision'>,
  present: ReadonlyMap<string, string>,
): readonly ProposalBlocker[] {
  if (state !== 'open') return [];
  const blockers: ProposalBlocker[] = [];
  for (const { changeId, ruleId, base, after } of changes) {
    const etag = present.get(ruleId) ?? null;
    if (base === null || etag === base.tag) continue;
    const why = etag === null ? 'rule_deleted' : 'rule_changed';
    const name = after ? `"${after.name}"` : ruleId;
    const message = `Rule ${name} was ${etag === null ? 'deleted' : 'changed'} since.`;
    blockers.push({ change_id: changeId, rule_id: ruleId, why, etag, message });
  }
  if (policy && policy.baseRevision !== org.policyRevision) {
    const message = 'The policy was changed since.';
    blockers.push({ change_id: null, rule_id: null, why: 'policy_changed', etag: null, message });
  }
  return blockers;
}
