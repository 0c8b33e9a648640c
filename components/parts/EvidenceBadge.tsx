import type { Measurement } from '../../core/profiles/documented/measuredPolicy.ts';
import { evidenceWords } from '../../core/profiles/evidenceWords.ts';
import type { ProfileEvidence } from '../../core/profiles/profile.ts';
import { usePanel } from '../PanelContext.ts';
import { Icon } from './Icon.tsx';

export interface EvidenceBadgeProps {
  readonly evidence: ProfileEvidence;
  /** What was measured of a documented recorder. Absent: nothing. */
  readonly measured?: Pick<Measurement, 'date'> | undefined;
}

/** How a recorder's profile is known to be right. A sign and words: the frame and its colour only repeat them. */
export function EvidenceBadge({ evidence, measured }: EvidenceBadgeProps) {
  const { t } = usePanel();
  const isVerified = evidence.kind === 'verified';
  return (
    <span class={`evidence evidence-${evidence.kind}`} data-evidence={evidence.kind}>
      <Icon name={isVerified ? 'check' : 'question'} />
      <span>{evidenceWords(evidence, t, measured)}</span>
    </span>
  );
}
