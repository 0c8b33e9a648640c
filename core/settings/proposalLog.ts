import type { CoverageDirection } from './compareCoverage.ts';
import type { Proposal, ProposalDraft } from './proposal.ts';
import type { Weakening } from './pushPlan.ts';

/** One change of a proposal as the person confirmed it. `id` is the draft change's; `keys` are its journal keys. */
export interface ProposedPart {
  readonly id: string;
  readonly kind: 'create' | 'update' | 'delete';
  readonly name: string;
  readonly keys: readonly string[];
  /** Where it takes live visitors. */
  readonly direction: CoverageDirection;
  readonly weakenings: readonly Weakening[];
}

/** What happened to a proposal, as it is written down: append-only, each entry before the next thing is done. */
export type ProposalEvent =
  | { readonly type: 'begun'; readonly draft: ProposalDraft; readonly parts: readonly ProposedPart[] }
  /** About to be sent: from here on it may be there, until somebody looked. */
  | { readonly type: 'sending' }
  /** It could not be asked about, or was put off. */
  | {
      readonly type: 'waits';
      /** Message key `problem.<key>`. */
      readonly problem: string;
      readonly detail?: string;
      /** The source asked to be left alone for so long. */
      readonly seconds?: number;
    }
  /** As the source has it. */
  | { readonly type: 'told'; readonly proposal: Proposal }
  /** Merged, and read back as it was proposed. */
  | { readonly type: 'landed' }
  /** Merged, and read back otherwise: the rules that are not as proposed. */
  | { readonly type: 'differs'; readonly names: readonly string[] }
  /** Nothing was proposed, and nothing will be. */
  | {
      readonly type: 'ended';
      readonly as: 'conflict' | 'refused';
      readonly problem: string;
      readonly detail?: string;
    };

export interface ProposalLogEntry {
  readonly seq: number;
  /** RFC 3339. */
  readonly at: string;
  /** Key of the proposal, a UUID. */
  readonly key: string;
  readonly event: ProposalEvent;
}

/**
 * `queued`: written down, not sent. `unknown`: sent, or being sent, and not yet looked for. `open`: somebody else has
 * to decide. `merged`: it is in the settings as the source says; `confirmed`: as was read back. `differs`: merged, and
 * not as it was proposed. `declined`: closed or withdrawn. `conflict`, `refused`: it was never opened.
 */
export type ProposalStage =
  | 'queued'
  | 'unknown'
  | 'open'
  | 'merged'
  | 'confirmed'
  | 'differs'
  | 'declined'
  | 'conflict'
  | 'refused';

/** One of our own proposals as the panel shows it. */
export interface ProposalRecord {
  readonly key: string;
  readonly stage: ProposalStage;
  readonly title: string;
  readonly startedAt: string;
  readonly parts: readonly ProposedPart[];
  readonly proposal?: Proposal;
  /** Message key `problem.<key>`: why it waits or ended. */
  readonly problem?: string;
  /** The source's words; for `differs` the rules. */
  readonly detail?: string;
}
