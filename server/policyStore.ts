// What an org asks of its writers: a second person, and the revision a change is based on.

import { eq } from 'drizzle-orm';
import { isLooserPolicy } from '../core/settings/needsApproval.ts';
import { recordAudit } from './auditLog.ts';
import type { OrgWrite } from './orgWrite.ts';
import { checkExpected, type Expected } from './precondition.ts';
import { approvalRequired } from './refuseUnapproved.ts';
import { type OrgRow, orgs, type StoredPolicyChange } from './schema.ts';

type PolicyChange = Omit<StoredPolicyChange, 'baseRevision'>;

export function policyTag(org: Pick<OrgRow, 'policyRevision'>): string {
  return `"policy-${org.policyRevision}"`;
}

/**
 * Changes the policy. To loosen it while it is on takes a second person, else whoever it stops would turn it off.
 *
 * @throws {ApiError} 412 or 428 by what it was based on; 403 `approval_required`
 */
export async function changePolicy(
  write: OrgWrite,
  change: PolicyChange,
  expected: Expected,
): Promise<OrgRow> {
  const { tx, org, caller, requestId, at, proposalId } = write;
  checkExpected(expected, policyTag(org), org.requiresRevision);
  if (proposalId === undefined && isLoosening(org, change)) throw approvalRequired();
  const approval = change.approval ?? org.approval;
  const requiresRevision = change.requiresRevision ?? org.requiresRevision;
  const [after] = await tx
    .update(orgs)
    .set({ approval, requiresRevision, policyRevision: org.policyRevision + 1 })
    .where(eq(orgs.id, org.id))
    .returning();
  if (!after) throw new Error('The org is gone while it is held.');
  await recordAudit(tx, {
    orgId: org.id,
    keyId: caller.keyId,
    email: caller.email,
    action: 'policy.changed',
    target: org.id,
    requestId,
    at,
    detail: {
      from: org.policyRevision,
      to: after.policyRevision,
      approvalBefore: org.approval,
      approval,
      requiresRevision,
      ...(proposalId === undefined ? {} : { proposal: proposalId }),
    },
  });
  return after;
}

function isLoosening(org: OrgRow, change: PolicyChange): boolean {
  if (org.approval === 'none') return false;
  const { approval = org.approval, requiresRevision = true } = change;
  return isLooserPolicy(approval, org.approval) || (org.requiresRevision && !requiresRevision);
}
