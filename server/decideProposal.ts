import { eq } from 'drizzle-orm';
import { ApiError } from './apiError.ts';
import type { Db } from './database.ts';
import { deleteRule, insertRule, replaceRule } from './elementRuleStore.ts';
import { type Author, lockOrg, moveOrg, type OrgWrite } from './orgWrite.ts';
import { changePolicy, policyTag } from './policyStore.ts';
import { blockersOf, presentTags } from './proposalBlockers.ts';
import { findProposal, isSamePerson, tellAudit } from './proposalStore.ts';
import { type ProposalRow, proposals, type StoredChange } from './schema.ts';

/** `withdraw` is for who opened it, the others for somebody else. */
export type ProposalDecision = 'approve' | 'decline' | 'withdraw';

const endings = {
  approve: { state: 'merged', action: 'proposal.approved' },
  decline: { state: 'declined', action: 'proposal.declined' },
  withdraw: { state: 'withdrawn', action: 'proposal.withdrawn' },
} as const satisfies Record<ProposalDecision, { state: ProposalRow['state']; action: string }>;

/**
 * Ends a proposal. An approved one is applied as a whole, and only to the very states it was made for; else it stays
 * open and nothing is written.
 *
 * @throws {ApiError} 404; 409 when it was decided on before, or when settings moved under it; 403 for one's own
 */
export async function decideProposal(
  db: Db,
  author: Author,
  id: string,
  decision: ProposalDecision,
): Promise<ProposalRow> {
  return await db.transaction(async (tx) => {
    const write = { ...(await lockOrg(tx, author)), proposalId: id };
    const { org, caller, at } = write;
    const proposal = await findProposal(tx, org.id, id);
    if (proposal.state !== 'open') {
      throw new ApiError(409, 'proposal_decided', `This proposal is ${proposal.state} already.`);
    }
    checkPerson(write, proposal, decision);
    if (decision === 'approve') await apply(write, proposal);
    const { state, action } = endings[decision];
    const decided = { state, decidedAt: at, decidedBy: caller.email, decidedKeyId: caller.keyId };
    const [row] = await tx.update(proposals).set(decided).where(eq(proposals.id, id)).returning();
    if (!row) throw new Error('The proposal is gone while its org is held.');
    await tellAudit(write, row, action);
    return row;
  });
}

function checkPerson({ caller }: OrgWrite, proposal: ProposalRow, decision: ProposalDecision): void {
  const own = caller.keyId === proposal.openedKeyId || isSamePerson(caller.email, proposal.openedBy);
  if (decision === 'withdraw' && !own) {
    throw new ApiError(
      403,
      'not_own_proposal',
      'Only who opened a proposal can withdraw it; decline it instead.',
    );
  }
  if (decision !== 'withdraw' && own) {
    throw new ApiError(403, 'own_proposal', 'Somebody else has to decide on your proposal.');
  }
}

async function apply(write: OrgWrite, proposal: ProposalRow): Promise<void> {
  const { tx, org } = write;
  const blockers = blockersOf(proposal, org, await presentTags(tx, org.id));
  if (blockers.length > 0) {
    const message = `It stays open: ${blockers.map((blocker) => blocker.message).join(' ')}`;
    throw new ApiError(409, 'proposal_blocked', message);
  }
  for (const change of proposal.changes) await applyChange(write, change);
  if (proposal.changes.length > 0) await moveOrg(write);
  if (proposal.policy) await changePolicy(write, proposal.policy, [policyTag(org)]);
}

/** The bases were compared already; each is compared again where it is written. */
async function applyChange(write: OrgWrite, { ruleId, base, after }: StoredChange): Promise<void> {
  const expected = base ? [base.tag] : undefined;
  if (after === null) await deleteRule(write, ruleId, expected);
  else if (base === null) await insertRule(write, ruleId, after);
  else await replaceRule(write, ruleId, { content: after, expected });
}
