import type { PushRecord, PushStepState } from '../../core/settings/pushPlan.ts';
import { usePanel } from '../PanelContext.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { Notice } from '../parts/Notice.tsx';
import { modeWords } from './modeWords.ts';

const icons: Record<PushStepState, IconName> = {
  queued: 'wait',
  'in-flight': 'refresh',
  confirmed: 'check',
  conflict: 'alert',
  rejected: 'alert',
  unknown: 'question',
};

export interface PushResultProps {
  readonly push: PushRecord;
  readonly confirmed: boolean;
}

/** What a push did, step by step. "Confirmed" means: read back, and it is what was written. */
export function PushResult({ push, confirmed }: PushResultProps) {
  const { state, t } = usePanel();
  const written = push.steps.filter((step) => step.state === 'confirmed').length;
  const title = confirmed
    ? t(`push.done.${modeWords(push.mode, state.settings.state.value?.connection)}`)
    : t('push.half', { done: written, all: push.steps.length });
  return (
    <section class="push-result" data-push-state={confirmed ? 'confirmed' : 'incomplete'} aria-label={title}>
      <Notice
        tone={confirmed ? 'good' : 'bad'}
        title={title}
        actions={
          confirmed ? undefined : (
            <button
              type="button"
              class="button button-small"
              data-action="read-back"
              onClick={() => void state.settings.run('settings/refresh', {})}
            >
              {t('push.readBack')}
            </button>
          )
        }
      >
        {push.stoppedBy !== undefined && <p>{problemWords(push.stoppedBy, t)}</p>}
        {!confirmed && <p>{t('push.halfMeans')}</p>}
        <ol class="push-steps">
          {push.steps.map(({ step, state: stepState, problem, detail }) => (
            <li key={step.key} class={`step step-${stepState}`}>
              <Icon name={icons[stepState]} />
              <span>
                {t(`step.${step.kind}`, {
                  rule: step.kind === 'delete' ? step.expected.name : step.content.name,
                })}{' '}
                <strong>{t(`stepState.${stepState}`)}</strong>
                {problem !== undefined && <span class="quiet"> {problemWords(problem, t)}</span>}
                {detail !== undefined && <span class="quiet wrap"> {detail}</span>}
              </span>
            </li>
          ))}
        </ol>
      </Notice>
    </section>
  );
}

function problemWords(problem: string, t: ReturnType<typeof usePanel>['t']): string {
  const key = `problem.${problem}.what`;
  return t.has(key) ? t(key) : problem;
}
