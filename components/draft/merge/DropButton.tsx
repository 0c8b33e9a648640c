import { usePanel } from '../../PanelContext.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import type { ConflictCardProps } from './ConflictCard.tsx';
import { settleConflict } from './settleConflict.ts';

/** Takes the change out of the draft: the org's rule stays as it is. Undo brings it back. */
export function DropButton({ conflict, mode, label }: ConflictCardProps & { readonly label: string }) {
  const { state } = usePanel();
  const drop = () => settleConflict(state, mode, [{ kind: 'drop', id: conflict.change.id }]);
  return <ActionButton small action="drop-change" label={label} onClick={drop} />;
}
