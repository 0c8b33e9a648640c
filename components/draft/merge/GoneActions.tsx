import { usePanel } from '../../PanelContext.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FieldChanges } from '../FieldChanges.tsx';
import type { ConflictCardProps } from './ConflictCard.tsx';
import { DropButton } from './DropButton.tsx';
import { settleConflict } from './settleConflict.ts';

/** Deleted there, edited here: the edit can live on as a new rule. */
export function GoneActions({ conflict, mode }: ConflictCardProps) {
  const { state, t } = usePanel();
  const { content, id } = conflict.change;
  const createAnew = () =>
    content &&
    settleConflict(state, mode, [
      { kind: 'drop', id },
      { kind: 'create', draftId: state.newId(), content },
    ]);
  return (
    <>
      <p>{t('merge.gone')}</p>
      <FieldChanges change={conflict.change} />
      <div class="actions">
        <ActionButton small action="create-anew" label={t('merge.createAnew')} onClick={createAnew} />
        <DropButton conflict={conflict} mode={mode} label={t('merge.leaveDeleted')} />
      </div>
    </>
  );
}
