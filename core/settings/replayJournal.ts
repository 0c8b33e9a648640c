import type { DraftState, JournalEntry } from './draft.ts';
import { replayDrafts } from './replayDrafts.ts';

/** The draft that is shown, tried on the page and pushed: one of those that `replayDrafts` gives. */
export function replayJournal(entries: readonly JournalEntry[]): DraftState {
  const { present, stateOf } = replayDrafts(entries);
  return stateOf(present) ?? { changes: [], canUndo: false, canRedo: false };
}
