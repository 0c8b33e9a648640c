import { usePanel } from '../PanelContext.ts';
import { Icon } from '../parts/Icon.tsx';
import { ProblemNotice } from '../parts/ProblemNotice.tsx';
import { ChangeCard } from './ChangeCard.tsx';
import { draftFile } from './draftFile.ts';
import { PlanReview } from './PlanReview.tsx';
import { PushButtons } from './PushButtons.tsx';
import { PushResult } from './PushResult.tsx';

/** The draft against the org's settings, and the two steps to get it there. */
export function DraftView() {
  const { state, t } = usePanel();
  const { changes } = state.draft.value;
  const { push } = state;
  const pushes = state.settings.state.value?.pushes ?? [];
  const outcome = push.outcome.value;
  const unsettled = pushes
    .filter((record) => record.id !== outcome?.push.id)
    .filter((record) => record.steps.some(({ state: step }) => step === 'unknown' || step === 'in-flight'));
  return (
    <div class="draft">
      <DraftBar />
      {changes.length === 0 && !outcome && <p class="empty">{t('draft.empty')}</p>}
      {unsettled.map((record) => (
        <PushResult key={record.id} push={record} confirmed={false} />
      ))}
      {changes.map((change) => (
        <ChangeCard key={change.id} change={change} />
      ))}
      {push.problem.value && <ProblemNotice problem={push.problem.value} t={t} />}
      {outcome && <PushResult push={outcome.push} confirmed={outcome.confirmed} />}
      {push.plan.value ? <PlanReview plan={push.plan.value} /> : <PushButtons />}
    </div>
  );
}

function DraftBar() {
  const { state, client, t } = usePanel();
  const { draft, settings } = state;
  const { canUndo, canRedo, changes } = draft.value;
  function save(): void {
    client.saveFile({ name: 'scrim-draft.json', type: 'application/json', text: draftFile(draft.peek()) });
  }
  return (
    <div class="draft-bar">
      <h2 class="section-title">
        {changes.length > 0 ? t('draft.title', { count: changes.length }) : t('tabs.draft')}
      </h2>
      <div class="actions">
        <button
          type="button"
          class="button button-small"
          data-action="undo"
          disabled={!canUndo}
          onClick={() => void settings.run('draft/undo', {})}
        >
          <Icon name="undo" />
          {t('draft.undo')}
        </button>
        <button
          type="button"
          class="button button-small"
          data-action="redo"
          disabled={!canRedo}
          onClick={() => void settings.run('draft/redo', {})}
        >
          <Icon name="redo" />
          {t('draft.redo')}
        </button>
        {changes.length > 0 && (
          <>
            <button type="button" class="button button-small" data-action="export-draft" onClick={save}>
              <Icon name="file" />
              {t('draft.export')}
            </button>
            <button
              type="button"
              class="button button-small button-quiet"
              data-action="discard"
              onClick={() => void settings.run('draft/discard', {})}
            >
              {t('draft.discard')}
            </button>
          </>
        )}
      </div>
    </div>
  );
}
