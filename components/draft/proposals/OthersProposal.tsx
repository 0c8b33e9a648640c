import { useState } from 'preact/hooks';
import { visibleSelector } from '../../../core/selectors/visibleSelector.ts';
import { type NameToType, namesToType } from '../../../core/settings/namesToType.ts';
import type { Proposal, ProposedRule } from '../../../core/settings/proposal.ts';
import { usePanel } from '../../PanelContext.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { ProposalFacts } from './ProposalFacts.tsx';

/** Somebody else's proposal: what it changes, and the decision where it is made here. */
export function OthersProposal({ proposal }: { readonly proposal: Proposal }) {
  const { state, t } = usePanel();
  const connection = state.settings.state.value?.connection;
  const { title, rules, blockedBy } = proposal;
  const decidesHere = connection?.kind === 'scrim' && connection.canWrite;
  return (
    <article class="proposal proposal-other" data-proposal="other" aria-label={title}>
      <h4 class="proposal-title">
        <Icon name="wait" />
        <span>{visibleSelector(title)}</span>
        <strong class="proposal-stage">{t('proposals.stage.other')}</strong>
      </h4>
      {blockedBy !== undefined && (
        <p class="problem-note wrap">
          {visibleSelector(blockedBy)} {decidesHere && t('proposals.blockedHere')}
        </p>
      )}
      {rules ? (
        <ul class="proposal-parts">
          {rules.map((rule, at) => (
            <RuleLine key={rule.ruleId ?? `new ${at}`} rule={rule} />
          ))}
        </ul>
      ) : (
        connection?.kind === 'scrim' && <p class="problem-bad">{t('proposals.untold')}</p>
      )}
      <ProposalFacts proposal={proposal} />
      {decidesHere && <Decide proposal={proposal} />}
    </article>
  );
}

function RuleLine({ rule: { ruleId, after, reveals } }: { readonly rule: ProposedRule }) {
  const { state, t } = usePanel();
  const there = state.ruleSet.value?.rules.find(({ id }) => id === ruleId);
  const kind = after === null ? 'delete' : ruleId === null ? 'create' : 'update';
  const shown = after ?? there;
  return (
    <li>
      <span class="badge badge-draft">{t(`draft.kind.${kind}`)}</span>{' '}
      {visibleSelector(there?.name ?? after?.name ?? ruleId ?? '')}
      {shown && (
        <span class="mono wrap proposal-selector">
          {t(`action.${shown.action}`)} {visibleSelector(shown.selector)}
        </span>
      )}
      {reveals.map((weakening) => (
        <span key={weakening} class="proposal-reveals">
          <Icon name="alert" /> {t('proposals.reveals', { why: t(`weakening.${weakening}`) })}
        </span>
      ))}
    </li>
  );
}

/** What reveals something is not one click away: the rule's name is typed, as for a push. */
function Decide({ proposal }: { readonly proposal: Proposal }) {
  const { state, t } = usePanel();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const { proposals, ruleSet } = state;
  const names = namesToType(proposal, ruleSet.value?.rules ?? []);
  const toType = proposal.blockedBy === undefined ? names : [];
  const isTyped = names.every(({ key, name }) => typed[key] === name);
  const decide = (decision: 'approve' | 'decline') => proposals.decide({ id: proposal.id, decision, typed });
  return (
    <div class="proposal-decide">
      {toType.map((one) => (
        <TypeName
          key={one.key}
          needed={one}
          value={typed[one.key] ?? ''}
          onType={(text) => setTyped({ ...typed, [one.key]: text })}
        />
      ))}
      <div class="actions">
        <ActionButton
          small
          action="approve-proposal"
          tone="primary"
          label={t('proposals.approve')}
          disabled={!isTyped || proposal.blockedBy !== undefined || proposals.busy.value}
          onClick={() => decide('approve')}
        />
        <ActionButton
          small
          action="decline-proposal"
          label={t('proposals.decline')}
          disabled={proposals.busy.value}
          onClick={() => decide('decline')}
        />
      </div>
    </div>
  );
}

interface TypeNameProps {
  readonly needed: NameToType;
  readonly value: string;
  readonly onType: (text: string) => void;
}

function TypeName({ needed, value, onType }: TypeNameProps) {
  const { t } = usePanel();
  return (
    <label class="field">
      <span>{t('plan.typeName', { name: needed.name })}</span>
      <input
        name="approve-name"
        autocomplete="off"
        spellcheck={false}
        value={value}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </label>
  );
}
