import { usePanel } from '../../PanelContext.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FieldChanges } from '../FieldChanges.tsx';
import type { ConflictCardProps } from './ConflictCard.tsx';
import { DropButton } from './DropButton.tsx';
import { settleConflict } from './settleConflict.ts';

/** Deleted here, edited there: what they changed is shown before it goes with the rule. */
export function MovedDeletion({ conflict, mode }: ConflictCardProps) {
  const { state, t } = usePanel();
  const { change, theirs } = conflict;
  if (!theirs || !change.base) return null;
  const remove = () => settleConflict(state, mode, [{ kind: 'delete', ruleId: change.id, base: theirs }]);
  return (
    <>
      <p>{t('merge.movedDeletion')}</p>
      <FieldChanges change={{ base: change.base, content: theirs }} />
      <div class="actions">
        <ActionButton small action="delete-anyway" label={t('merge.deleteAnyway')} onClick={remove} />
        <DropButton conflict={conflict} mode={mode} label={t('merge.keepTheirRule')} />
      </div>
    </>
  );
}
