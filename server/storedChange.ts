import { eq } from 'drizzle-orm';
import { weakeningsInForce } from '../core/settings/scopesInForce.ts';
import { ApiError } from './apiError.ts';
import { findRule } from './elementRuleStore.ts';
import type { OrgWrite } from './orgWrite.ts';
import { checkExpected } from './precondition.ts';
import type { ProposalBody } from './proposalBody.ts';
import { restrictedChange } from './restrictedChange.ts';
import { ruleTag } from './revisionTag.ts';
import { ruleFieldsOf } from './ruleBody.ts';
import { ruleGroupsOf, ruleOfState } from './ruleOfState.ts';
import { type ElementRuleRow, type RuleFields, ruleGroups, type StoredChange } from './schema.ts';

/**
 * One change of a proposal as it is kept, after it was checked against the rules as they are: what could never be
 * applied is refused while its author is there.
 *
 * @throws {ApiError} 404, 412 or 403, as a direct write would get it
 */
export async function storedChange(
  write: OrgWrite,
  change: ProposalBody['changes'][number],
  newId: () => string,
): Promise<StoredChange> {
  const after = change.after === null ? null : ruleFieldsOf(change.after);
  const { change_id: changeId, rule_id: ruleId } = change;
  if (ruleId === null) {
    const reveals = await revealsOf(write, undefined, after);
    return { changeId, ruleId: newId(), base: null, after, reveals };
  }
  const before = await findRule(write.tx, write.org.id, ruleId);
  const tag = ruleTag(before);
  checkExpected(change.base === null ? undefined : [change.base], tag, true);
  refuseRestricted(before, after);
  const reveals = await revealsOf(write, before, after);
  return { changeId, ruleId, base: { tag, revision: before.revision }, after, reveals };
}

function refuseRestricted(before: ElementRuleRow, after: RuleFields | null): void {
  if (after === null) {
    if (before.editable === 'EDITABLE_ANY' && before.groupId === '0') return;
    throw new ApiError(403, 'built_in_rule', 'This rule is built in: it cannot be deleted.');
  }
  const field = restrictedChange(before, after);
  if (field === undefined) return;
  throw new ApiError(403, 'restricted_field', `This rule is built in: its ${field} cannot be changed.`);
}

async function revealsOf(
  { tx, org }: OrgWrite,
  before: ElementRuleRow | undefined,
  after: RuleFields | null,
): Promise<readonly string[]> {
  const rows = await tx.select().from(ruleGroups).where(eq(ruleGroups.orgId, org.id));
  const current = { rules: [], groups: ruleGroupsOf(rows), gaps: [] };
  const base = before ?? { editable: 'EDITABLE_ANY', groupId: '0', targetDomains: [] };
  return weakeningsInForce(
    before ? ruleOfState(before) : null,
    after && ruleOfState({ ...base, ...after }),
    current,
  );
}
