import type { PlannedChange, PushMode, PushPlan } from '../../core/settings/pushPlan.ts';
import { shortTime } from '../Notices.tsx';
import { usePanel } from '../PanelContext.ts';
import { isConfirmed } from '../state/createPushStore.ts';
import { ConflictCard } from './merge/ConflictCard.tsx';
import { MergedNote } from './merge/MergedNote.tsx';
import { modeWords } from './modeWords.ts';
import { PlannedEffect } from './PlannedEffect.tsx';
import { mustPropose } from './proposals/mustPropose.ts';
import { SavedEffectLine } from './SavedEffectLine.tsx';

/** What a push will write, read against the settings as they are now; the last chance to stop. */
export function PlanReview({ plan }: { readonly plan: PushPlan }) {
  const { state, t } = usePanel();
  const { push } = state;
  const connection = state.settings.state.value?.connection;
  const isProposed = mustPropose(plan, connection);
  const mode = modeWords(plan.mode, connection, isProposed);
  const steps = plan.planned.reduce((sum, { steps: own }) => sum + own.length, 0);
  // With a conflict beside it, nobody can tell what a weaker rule would leave uncovered: the background refuses too.
  const blocked = plan.conflicts.length > 0 && plan.planned.some(({ weakenings }) => weakenings.length > 0);
  const isTold = state.planEffect.isTold(plan);
  const isTyped = isConfirmed(plan, push.typed.value);
  const ready = steps > 0 && !blocked && isTold && isTyped && push.busy.value === null;
  return (
    <section class="plan" tabIndex={-1} aria-label={t(`plan.title.${mode}`)}>
      <h3 class="section-title">{t(`plan.title.${mode}`)}</h3>
      <p class="quiet">{t('plan.readAt', { time: shortTime(plan.readAt, t.locale) })}</p>
      {plan.mode === 'preview' && <p class="quiet">{t('plan.previewMeans')}</p>}
      {isProposed && <p class="quiet">{t('push.proposeHelp')}</p>}
      {plan.conflicts.map((conflict) => (
        <ConflictCard key={conflict.change.id} conflict={conflict} mode={plan.mode} />
      ))}
      <ul class="rows">
        {plan.planned.map((planned) => (
          <Planned key={planned.change.id} planned={planned} mode={plan.mode} />
        ))}
      </ul>
      <SavedEffectLine />
      {blocked && <p class="problem-bad">{t('plan.conflictsFirst')}</p>}
      {steps === 0 && <p>{t('plan.nothing')}</p>}
      <div class="actions">
        <button
          type="button"
          class="button button-primary"
          data-action="confirm-push"
          disabled={!ready}
          onClick={() => void (isProposed ? push.propose() : push.execute())}
        >
          {t(`plan.go.${mode}`, { count: plan.planned.length })}
        </button>
        <button type="button" class="button button-quiet" data-action="cancel-push" onClick={push.close}>
          {t('plan.cancel')}
        </button>
      </div>
      {push.busy.value && <p role="status">{t(`push.busy.${push.busy.value}`)}</p>}
    </section>
  );
}

function Planned({ planned, mode }: { readonly planned: PlannedChange; readonly mode: PushMode }) {
  const { t } = usePanel();
  const name = planned.change.content?.name ?? planned.change.base?.name ?? '';
  return (
    <li class="planned">
      <p>
        <strong>{name}</strong> <span class="quiet">{t('plan.steps', { count: planned.steps.length })}</span>
      </p>
      <ol class="plan-steps">
        {planned.steps.map((step) => (
          <li key={step.key}>
            {t(`step.${step.kind}`, {
              rule: step.kind === 'delete' ? step.expected.name : step.content.name,
            })}
          </li>
        ))}
      </ol>
      {planned.merged && <MergedNote merged={planned.merged} />}
      {planned.weakenings.length > 0 && <Confirmation planned={planned} />}
      {planned.weakenings.length === 0 && isOfPreviews(mode) && <PlannedEffect planned={planned} />}
    </li>
  );
}

/** No card above shows what they change: they are made of the org's rules. */
function isOfPreviews(mode: PushMode): boolean {
  return mode === 'promote' || mode === 'withdraw';
}

/** Less masking for every visitor is not one click away: the rule's name is typed. */
function Confirmation({ planned }: { readonly planned: PlannedChange }) {
  const { state, t } = usePanel();
  const { id } = planned.change;
  const name = planned.confirmName ?? '';
  return (
    <div class="weakening">
      <p class="weakening-title">{t('plan.weakens')}</p>
      <ul>
        {planned.weakenings.map((weakening) => (
          <li key={weakening}>{t(`weakening.${weakening}`)}</li>
        ))}
      </ul>
      <PlannedEffect planned={planned} />
      <label class="field">
        <span>{t('plan.typeName', { name })}</span>
        <input
          name="confirm-name"
          autocomplete="off"
          spellcheck={false}
          value={state.push.typed.value[id] ?? ''}
          onInput={(event) => {
            state.push.typed.value = { ...state.push.typed.value, [id]: event.currentTarget.value };
          }}
        />
      </label>
    </div>
  );
}
