import { useEffect, useRef } from 'preact/hooks';
import type { ProposalRecord, ProposalStage } from '../../../core/settings/proposalLog.ts';
import { usePanel } from '../../PanelContext.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { ProblemNotice } from '../../parts/ProblemNotice.tsx';
import { useFocusWhenLost } from '../../parts/useFocusWhenLost.ts';
import { OthersProposal } from './OthersProposal.tsx';
import { OwnProposal } from './OwnProposal.tsx';

const over: ReadonlySet<ProposalStage> = new Set(['confirmed', 'differs', 'declined', 'conflict', 'refused']);
const maxOver = 10;

/** Changes that wait for a second person, where the settings take such: our own, those of others, and what became. */
export function Proposals() {
  const { state, t } = usePanel();
  const { proposals, settings } = state;
  const connection = settings.state.value?.connection;
  const takesThem = connection?.kind === 'github' || connection?.kind === 'scrim';
  const id = takesThem ? connection.id : '';
  useEffect(() => {
    proposals.forget();
    if (id !== '') void proposals.refresh();
  }, [id, proposals]);
  const view = proposals.view.value;
  const section = useRef<HTMLElement>(null);
  const stages = view?.own.map(({ key, stage }) => `${key} ${stage}`).join() ?? '';
  useFocusWhenLost(`${stages} ${view?.others.length}`, () =>
    section.current?.querySelector<HTMLElement>('[data-action=refresh-proposals]'),
  );
  if (!takesThem || !view) return null;
  const { others } = view;
  const [latest, ...older] = view.own.filter(({ stage }) => over.has(stage));
  const open = view.own.filter(({ stage }) => !over.has(stage));
  if (view.own.length + others.length === 0 && !proposals.problem.value) return null;
  return (
    <section class="proposals" ref={section} aria-label={t('proposals.title')}>
      <div class="proposals-head">
        <h3 class="section-title">{t('proposals.title')}</h3>
        <ActionButton
          small
          tone="quiet"
          action="refresh-proposals"
          icon="refresh"
          label={t('proposals.refresh')}
          disabled={proposals.busy.value}
          onClick={() => proposals.refresh()}
        />
      </div>
      {proposals.problem.value && <ProblemNotice problem={proposals.problem.value} t={t} />}
      {[...open, ...(latest ? [latest] : [])].map((record) => (
        <OwnProposal key={record.key} record={record} />
      ))}
      {others.map((proposal) => (
        <OthersProposal key={proposal.id} proposal={proposal} />
      ))}
      {older.length > 0 && <Earlier records={older} />}
    </section>
  );
}

function Earlier({ records }: { readonly records: readonly ProposalRecord[] }) {
  const { t } = usePanel();
  return (
    <Disclosure label={t('proposals.earlier', { count: records.length })}>
      {records.slice(0, maxOver).map((record) => (
        <OwnProposal key={record.key} record={record} />
      ))}
      {records.length > maxOver && <p class="quiet">{t('list.more', { count: records.length - maxOver })}</p>}
    </Disclosure>
  );
}
