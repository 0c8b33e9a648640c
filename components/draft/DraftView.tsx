import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { ProblemNotice } from '../parts/ProblemNotice.tsx';
import { useFocusWhenLost } from '../parts/useFocusWhenLost.ts';
import { ChangeCard } from './ChangeCard.tsx';
import { DraftChooser } from './DraftChooser.tsx';
import { HandOver } from './handOver/HandOver.tsx';
import { PlanReview } from './PlanReview.tsx';
import { PushButtons } from './PushButtons.tsx';
import { PushResult } from './PushResult.tsx';
import { Proposals } from './proposals/Proposals.tsx';

/** The draft against the org's settings, and the two steps to get it there. */
export function DraftView() {
  const { state, t } = usePanel();
  const { changes } = state.draft.value;
  const { push } = state;
  // An answer to a conflict goes with its card: the keyboard goes on at the plan that is made anew.
  useFocusWhenLost(push.plan.value?.id, () => document.querySelector<HTMLElement>('.plan'));
  const pushes = state.settings.state.value?.pushes ?? [];
  const made = push.outcome.value?.push;
  // What the state says of it is newer than the answer of the push.
  const outcome = made && (pushes.find(({ id }) => id === made.id) ?? made);
  const open = pushes.filter(({ id, finishedAt }) => id !== made?.id && finishedAt === undefined);
  return (
    <div class="draft">
      <DraftBar />
      <DraftChooser />
      {changes.length === 0 && !outcome && <p class="empty">{t('draft.empty')}</p>}
      {open.map((record) => (
        <PushResult key={record.id} push={record} />
      ))}
      {changes.map((change) => (
        <ChangeCard key={change.id} change={change} />
      ))}
      {push.problem.value && <ProblemNotice problem={push.problem.value} t={t} />}
      {outcome && <PushResult push={outcome} />}
      {push.plan.value ? <PlanReview plan={push.plan.value} /> : <PushButtons />}
      <Proposals />
      <HandOver />
    </div>
  );
}

function DraftBar() {
  const { state, t } = usePanel();
  const { draft } = state;
  const { canUndo, canRedo, changes } = draft.value;
  const some = changes.length > 0;
  const undo = () => state.changeDraft('draft/undo', {});
  const redo = () => state.changeDraft('draft/redo', {});
  const discard = () => state.changeDraft('draft/discard', {});
  return (
    <div class="draft-bar">
      <h2 class="section-title">{some ? t('draft.title', { count: changes.length }) : t('tabs.draft')}</h2>
      <div class="actions">
        <ActionButton
          small
          action="undo"
          icon="undo"
          label={t('draft.undo')}
          disabled={!canUndo}
          onClick={undo}
        />
        <ActionButton
          small
          action="redo"
          icon="redo"
          label={t('draft.redo')}
          disabled={!canRedo}
          onClick={redo}
        />
        {some && (
          <ActionButton small action="discard" tone="quiet" label={t('draft.discard')} onClick={discard} />
        )}
      </div>
    </div>
  );
}
