import { useEffect } from 'preact/hooks';
import type { Rule } from '../../core/rules/rule.ts';
import { compareRules } from '../../core/settings/compareRules.ts';
import { restoredContent } from '../../core/settings/restoredContent.ts';
import { restrictedFields } from '../../core/settings/restrictedFields.ts';
import { ruleTrail, type TrailStep } from '../../core/settings/ruleTrail.ts';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { HistoryState } from './HistoryState.tsx';
import { momentWords } from './momentWords.ts';

/** What was changed on a rule, when and by whom; each state can be drafted again. */
export function RuleHistorySection({ rule }: { readonly rule: Rule }) {
  const { state, t } = usePanel();
  if (!keepsHistory(state)) return null;
  return (
    <Disclosure class="rule-history" label={t('history.title')}>
      <Trail rule={rule} />
    </Disclosure>
  );
}

/** Whether it can be read is known once it was tried. */
export function keepsHistory({ settings, history }: ReturnType<typeof usePanel>['state']): boolean {
  const kind = settings.state.value?.connection.kind;
  return kind !== undefined && kind !== 'local' && history.phase.value !== 'none';
}

function Trail({ rule }: { readonly rule: Rule }) {
  const { state, t } = usePanel();
  const { history, ruleSet } = state;
  useEffect(() => {
    if (history.phase.peek() === 'unread') void history.more();
  }, [history]);
  const trail = ruleTrail(rule, ruleSet.value?.rules ?? [], history.versions.value);
  const isRead = history.versions.value.length > 0;
  return (
    <>
      {isRead && trail.steps.length === 0 && trail.end === 'oldest' && (
        <p class="quiet">{t('history.unchanged')}</p>
      )}
      <ol class="rows history-steps">
        {trail.steps.map((step) => (
          <Step key={`${step.at} ${step.fields.join()}`} rule={rule} step={step} />
        ))}
      </ol>
      {isRead && trail.end !== 'oldest' && trail.end !== 'start' && (
        <p class="quiet" data-trail={trail.end}>
          {t(`history.trail.${trail.end}`)}
        </p>
      )}
      {trail.end === 'oldest' && <HistoryState />}
    </>
  );
}

function Step({ rule, step }: { readonly rule: Rule; readonly step: TrailStep }) {
  const { state, t } = usePanel();
  const { before, fields, byName } = step;
  const moment = momentWords(step, t);
  if (!before) return <li class="history-step">{t('history.created', { moment })}</li>;
  const content = restoredContent(before, rule);
  const locked = restrictedFields(rule, content);
  const was = momentWords({ at: step.beforeAt }, t);
  return (
    <li class="history-step" data-step={step.at}>
      <p>
        {t('history.changed', { moment })}{' '}
        <span class="quiet">{fields.map((field) => t(`field.${field}`)).join(', ')}</span>
      </p>
      {byName && <p class="quiet">{t('history.byName')}</p>}
      {before.uncertain !== undefined && <p class="quiet">{t('history.limited')}</p>}
      {locked.length > 0 && <p class="quiet">{t('history.locked')}</p>}
      {locked.length === 0 && compareRules(rule, content).length > 0 && (
        <ActionButton
          small
          action="restore-rule"
          label={t('history.restore', { when: was })}
          onClick={() => state.draftRule(rule, content)}
        />
      )}
    </li>
  );
}
