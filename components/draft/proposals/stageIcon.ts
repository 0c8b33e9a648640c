import type { ProposalStage } from '../../../core/settings/proposalLog.ts';
import type { IconName } from '../../parts/Icon.tsx';

/** Beside its words: colour is never the only sign. */
export const stageIcon: Readonly<Record<ProposalStage, IconName>> = {
  queued: 'wait',
  unknown: 'question',
  open: 'wait',
  merged: 'refresh',
  confirmed: 'check',
  differs: 'alert',
  declined: 'alert',
  conflict: 'alert',
  refused: 'alert',
};
