import { useRef, useState } from 'preact/hooks';
import { visibleSelector } from '../../../core/selectors/visibleSelector.ts';
import type { ProposalRecord, ProposalStage, ProposedPart } from '../../../core/settings/proposalLog.ts';
import { shortTime } from '../../Notices.tsx';
import { usePanel } from '../../PanelContext.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useFocusWhenLost } from '../../parts/useFocusWhenLost.ts';
import { ProposalFacts } from './ProposalFacts.tsx';
import { stageIcon } from './stageIcon.ts';

const withdrawable: ReadonlySet<ProposalStage> = new Set(['queued', 'unknown', 'open']);

/** One of our own proposals: how it stands, what it hides and reveals, and the way back. */
export function OwnProposal({ record }: { readonly record: ProposalRecord }) {
  const { t } = usePanel();
  const { stage, title, parts, proposal, startedAt } = record;
  const blocked = stage === 'open' && proposal?.blockedBy !== undefined;
  const words = t(blocked ? 'proposals.stage.blocked' : `proposals.stage.${stage}`);
  return (
    <article class={`proposal proposal-${stage}`} data-proposal={stage} aria-label={`${title}: ${words}`}>
      <h4 class="proposal-title">
        <Icon name={blocked ? 'alert' : stageIcon[stage]} />
        <span>{title}</span>
        <strong class="proposal-stage">{words}</strong>
      </h4>
      <p class="proposal-means">{t(`proposals.means.${stage}`)}</p>
      {blocked && <p class="problem-note wrap">{proposal.blockedBy}</p>}
      <WhyNot record={record} />
      <ul class="proposal-parts">
        {parts.map((part) => (
          <PartLine key={part.id} part={part} />
        ))}
      </ul>
      <ProposalFacts proposal={proposal} />
      {!proposal && <p class="quiet">{t('proposals.begun', { when: shortTime(startedAt, t.locale) })}</p>}
      {withdrawable.has(stage) && <Withdraw record={record} />}
    </article>
  );
}

/** Why it waits or ended, in Scrim's words and the source's. */
function WhyNot({ record: { problem, detail, stage } }: { readonly record: ProposalRecord }) {
  const { t } = usePanel();
  if (stage === 'differs') {
    return (
      <p class="problem-bad wrap">{t('proposals.differing', { rules: visibleSelector(detail ?? '') })}</p>
    );
  }
  if (problem === undefined) return null;
  const key = `problem.${problem}.what`;
  return (
    <p class="problem-note wrap">
      {t.has(key) ? t(key) : problem}
      {detail !== undefined && <span class="quiet">: {visibleSelector(detail)}</span>}
    </p>
  );
}

function PartLine({ part }: { readonly part: ProposedPart }) {
  const { t } = usePanel();
  const { direction, kind, name, weakenings } = part;
  const hides = direction === 'stronger' || direction === 'mixed';
  return (
    <li>
      <span class="badge badge-draft">{t(`draft.kind.${kind}`)}</span> {visibleSelector(name)}
      {hides && (
        <span class="proposal-hides">
          <Icon name="check" /> {t('proposals.hides')}
        </span>
      )}
      {weakenings.map((weakening) => (
        <span key={weakening} class="proposal-reveals">
          <Icon name="alert" /> {t('proposals.reveals', { why: t(`weakening.${weakening}`) })}
        </span>
      ))}
    </li>
  );
}

/** Two clicks: what somebody may be reading now is gone with it. */
function Withdraw({ record: { key } }: { readonly record: ProposalRecord }) {
  const { state, t } = usePanel();
  const [asked, setAsked] = useState(false);
  const { proposals } = state;
  const actions = useRef<HTMLDivElement>(null);
  useFocusWhenLost(String(asked), () => actions.current?.querySelector<HTMLElement>('button'));
  const busy = proposals.busy.value;
  return (
    <div class="actions" ref={actions}>
      {asked ? (
        <>
          <ActionButton
            small
            action="withdraw-proposal-now"
            label={t('proposals.withdrawNow')}
            disabled={busy}
            onClick={() => proposals.withdraw(key)}
          />
          <ActionButton
            small
            tone="quiet"
            action="keep-proposal"
            label={t('proposals.keep')}
            onClick={() => setAsked(false)}
          />
        </>
      ) : (
        <ActionButton
          small
          tone="quiet"
          action="withdraw-proposal"
          label={t('proposals.withdraw')}
          disabled={busy}
          onClick={() => setAsked(true)}
        />
      )}
    </div>
  );
}
