import type { Proposal } from '../../../core/settings/proposal.ts';
import { shortTime } from '../../Notices.tsx';
import { usePanel } from '../../PanelContext.ts';

/** Who opened and decided it, when, and where it is looked at. The link is opened by the person only. */
export function ProposalFacts({ proposal }: { readonly proposal: Proposal | undefined }) {
  const { t } = usePanel();
  if (!proposal) return null;
  const { openedBy, openedAt, decidedBy, decidedAt, url, id } = proposal;
  const at = (when: string | undefined) => (when === undefined ? '' : shortTime(when, t.locale));
  return (
    <p class="quiet proposal-facts">
      {openedBy !== undefined && t('proposals.opened', { who: openedBy, when: at(openedAt) })}{' '}
      {decidedBy !== undefined && t('proposals.decided', { who: decidedBy, when: at(decidedAt) })}{' '}
      {url !== undefined && url !== '' && (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {t('proposals.look', { id })}
        </a>
      )}
    </p>
  );
}
