import type { DraftOperation } from '../../../core/settings/draft.ts';
import type { PushMode } from '../../../core/settings/pushPlan.ts';
import type { PanelState } from '../../state/createPanelState.ts';

/** Writes a person's answer into the draft as one step that can be undone, and plans the push anew. */
export async function settleConflict(
  state: PanelState,
  mode: PushMode,
  operations: readonly DraftOperation[],
): Promise<void> {
  if (!(await state.changeDraft('draft/import', { operations }))) return;
  if (state.draft.peek().changes.length === 0) state.push.close();
  else await state.push.prepare(mode);
}
