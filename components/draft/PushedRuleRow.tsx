import { visibleSelector } from '../../core/selectors/visibleSelector.ts';
import type { PushedRule, RuleOutcome } from '../../core/settings/pushedRules.ts';
import type { PushRecord, PushStepState } from '../../core/settings/pushPlan.ts';
import { usePanel } from '../PanelContext.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { pushProblemWords } from './pushProblemWords.ts';

const outcomeIcons: Readonly<Record<RuleOutcome, IconName>> = {
  written: 'check',
  part: 'alert',
  waiting: 'wait',
  'not-sent': 'wait',
  unknown: 'question',
  refused: 'alert',
  conflict: 'alert',
};

const stepIcons: Readonly<Record<PushStepState, IconName>> = {
  queued: 'wait',
  'in-flight': 'refresh',
  confirmed: 'check',
  conflict: 'alert',
  rejected: 'alert',
  unknown: 'question',
};

export interface PushedRuleRowProps {
  readonly rule: PushedRule;
  readonly push: PushRecord;
}

/** One rule of a push: what became of it, what that means for visitors now, and what to do. */
export function PushedRuleRow({ rule, push }: PushedRuleRowProps) {
  const { t } = usePanel();
  const { change, outcome, steps, leftCopy } = rule;
  const reach = push.mode === 'preview' || push.mode === 'withdraw' ? 'preview' : 'live';
  const asks = outcome === 'waiting' && push.heldSince !== undefined;
  const means = outcome === 'written' ? `pushed.written.${reach}` : `pushed.${outcome}.means`;
  return (
    <li class={`pushed-rule pushed-${outcome}`} data-outcome={outcome}>
      <p class="pushed-title">
        <Icon name={outcomeIcons[outcome]} />
        <strong class="wrap">{visibleSelector(change.name)}</strong>
        <span>{t(`pushed.${outcome}`)}</span>
      </p>
      <p>{t(means)}</p>
      {leftCopy !== undefined && <p>{t('pushed.leftCopy', { copy: visibleSelector(leftCopy) })}</p>}
      {outcome !== 'written' && (
        <p class="quiet">{t(asks ? 'pushed.waiting.asks' : `pushed.${outcome}.do`)}</p>
      )}
      {(steps.length > 1 || outcome !== 'written') && <StepList steps={steps} />}
    </li>
  );
}

function StepList({ steps }: Pick<PushedRule, 'steps'>) {
  const { t } = usePanel();
  return (
    <ol class="push-steps">
      {steps.map(({ step, state, problem, detail }) => (
        <li key={step.key} class={`step step-${state}`}>
          <Icon name={stepIcons[state]} />
          <span>
            {t(`step.${step.kind}`, {
              rule: step.kind === 'delete' ? step.expected.name : step.content.name,
            })}{' '}
            <strong>{t(`stepState.${state}`)}</strong>
            {problem !== undefined && <span class="quiet"> {pushProblemWords(problem, t)}</span>}
            {detail !== undefined && <span class="quiet wrap"> {detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
