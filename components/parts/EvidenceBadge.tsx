import { evidenceWords } from '../../core/profiles/evidenceWords.ts';
import type { ProfileEvidence } from '../../core/profiles/profile.ts';
import { usePanel } from '../PanelContext.ts';
import { Icon } from './Icon.tsx';

/** How a recorder's profile is known to be right. A sign and words: the frame and its colour only repeat them. */
export function EvidenceBadge({ evidence }: { readonly evidence: ProfileEvidence }) {
  const { t } = usePanel();
  const isVerified = evidence.kind === 'verified';
  return (
    <span class={`evidence evidence-${evidence.kind}`} data-evidence={evidence.kind}>
      <Icon name={isVerified ? 'check' : 'question'} />
      <span>{evidenceWords(evidence, t)}</span>
    </span>
  );
}
