// Takes one of our proposals as far as it goes now. Called by the proposal desk only, one after the other. It never sends
// before the log says so, and looks for what it may have sent before it sends again.

import type { RuleSet } from '../core/rules/rule.ts';
import type { LandedRule } from '../core/settings/draft.ts';
import { landedProposal } from '../core/settings/landedProposal.ts';
import type { Proposal, ProposalSource } from '../core/settings/proposal.ts';
import type { ProposalEvent } from '../core/settings/proposalLog.ts';
import type { ProposalRun } from '../core/settings/replayProposalLog.ts';
import { SettingsError, type SettingsErrorCode } from '../core/settings/settingsSource.ts';

export interface ProposalEngineDeps {
  readonly proposals: ProposalSource;
  /** The rules as they are now, read from the source. */
  readonly readRules: () => Promise<RuleSet>;
  /** Resolves when the entry is stored for good. */
  readonly append: (key: string, event: ProposalEvent) => Promise<void>;
  /** These draft operations are the org's settings now. Called again after a crash: must be harmless then. */
  readonly settle: (keys: readonly string[], landed: readonly LandedRule[]) => Promise<void>;
}

/** Rejects only when something cannot be written down, or for a defect: the proposal is as it was then. */
export async function advanceProposal(deps: ProposalEngineDeps, run: ProposalRun): Promise<void> {
  const { key } = run.draft;
  let isSubmitting = false;
  const submit = async (): Promise<Proposal> => {
    await deps.append(key, { type: 'sending' });
    isSubmitting = true;
    const proposal = await deps.proposals.submit(run.draft);
    isSubmitting = false;
    return proposal;
  };
  try {
    const proposal = (await lookFor(deps.proposals, run)) ?? (await submit());
    await noteProposal(deps, run, proposal);
    if (proposal.state === 'merged') await confirm(deps, run);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    await deps.append(key, failureEvent(error, isSubmitting));
  }
}

/** What became of it so far; null when it never arrived. */
async function lookFor(
  proposals: ProposalSource,
  { record, sent, draft }: ProposalRun,
): Promise<Proposal | null> {
  if (record.proposal) return proposals.read(record.proposal.id);
  return sent ? proposals.find(draft.key) : null;
}

/** Writes down what the source says, when that is news. */
export async function noteProposal(
  { append }: Pick<ProposalEngineDeps, 'append'>,
  { draft, record }: ProposalRun,
  proposal: Proposal,
): Promise<void> {
  const isKnown =
    JSON.stringify(proposal) === JSON.stringify(record.proposal) && record.problem === undefined;
  if (!isKnown) await append(draft.key, { type: 'told', proposal });
}

/** Somebody may have changed it while it was open: only what was read back as proposed leaves the draft. */
async function confirm({ readRules, append, settle }: ProposalEngineDeps, run: ProposalRun): Promise<void> {
  const { rules } = await readRules();
  const { landed, missing } = landedProposal(run.draft.changes, rules);
  const lacking = new Set(missing.map((change) => change.changeId));
  const parts = run.record.parts.filter(({ id }) => !lacking.has(id));
  const ids = new Set(parts.map(({ id }) => id));
  const keys = parts.flatMap((part) => part.keys);
  if (keys.length > 0)
    await settle(
      keys,
      landed.filter(({ id }) => ids.has(id)),
    );
  const names = missing.map(({ before, after }) => after?.name ?? before?.name ?? '');
  await append(run.draft.key, names.length === 0 ? { type: 'landed' } : { type: 'differs', names });
}

/** What may be otherwise in a while. Any other answer to a submit says that it was not taken and never will be. */
const passing: ReadonlySet<SettingsErrorCode> = new Set([
  'unreachable',
  'timeout',
  'server-error',
  'not-an-api',
  'too-many-requests',
  'read-back-differs',
]);

function failureEvent(error: SettingsError, isSubmitting: boolean): ProposalEvent {
  const { code, message, retryAfterSeconds } = error;
  if (isSubmitting && !passing.has(code)) {
    return {
      type: 'ended',
      as: code === 'conflict' ? 'conflict' : 'refused',
      problem: code,
      detail: message,
    };
  }
  const seconds = retryAfterSeconds === undefined ? {} : { seconds: retryAfterSeconds };
  return { type: 'waits', problem: code, detail: message, ...seconds };
}
