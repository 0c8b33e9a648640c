import { eq } from 'drizzle-orm';
import { needsApproval } from '../core/settings/needsApproval.ts';
import { ApiError } from './apiError.ts';
import type { OrgWrite } from './orgWrite.ts';
import { ruleGroupsOf, ruleOfState } from './ruleOfState.ts';
import { type RuleState, ruleGroups } from './schema.ts';

/**
 * Stops a change that the org wants a second person to see, unless it comes from a proposal that one let through.
 * Undefined: no rule before, or none after.
 *
 * @throws {ApiError} 403 `approval_required`; nothing was written
 */
export async function refuseUnapproved(
  write: OrgWrite,
  before: RuleState | undefined,
  after: RuleState | undefined,
): Promise<void> {
  const { tx, org, proposalId } = write;
  if (proposalId !== undefined || org.approval === 'none') return;
  const rows = await tx.select().from(ruleGroups).where(eq(ruleGroups.orgId, org.id));
  const current = { rules: [], groups: ruleGroupsOf(rows), gaps: [] };
  const change = { before: before ? ruleOfState(before) : null, after: after ? ruleOfState(after) : null };
  // What a change of domains shows or hides cannot be told here: it counts as revealing.
  const moved = before && after && !sameDomains(before, after);
  if (moved || needsApproval(org.approval, change, current)) throw approvalRequired();
}

export function approvalRequired(): ApiError {
  return new ApiError(
    403,
    'approval_required',
    'A second person has to let this change through: propose it.',
  );
}

function sameDomains(a: RuleState, b: RuleState): boolean {
  return JSON.stringify([...a.targetDomains].sort()) === JSON.stringify([...b.targetDomains].sort());
}
