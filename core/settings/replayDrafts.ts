import { assertNever } from '../assertNever.ts';
import {
  type DraftEvent,
  type DraftListChange,
  type DraftState,
  type DraftSummary,
  type JournalEntry,
  type KeyedOperation,
  mainDraft,
} from './draft.ts';
import { type DraftHistory, draftStateOf, emptyHistory, replayEvent } from './draftHistory.ts';

/** All drafts of one settings source. */
export interface DraftShelf {
  /** Id of the draft that is shown, tried on the page and pushed. */
  readonly present: string;
  /** The main draft first, then as they were made. */
  readonly drafts: readonly DraftSummary[];
  /** Undefined for an id that no draft has. A removed draft still has its state. */
  stateOf(id: string): DraftState | undefined;
  /** What a copy of it begins with; empty for an id that no draft has. */
  editsOf(id: string): readonly KeyedOperation[];
}

interface Kept {
  readonly name: string;
  readonly isRemoved: boolean;
  readonly history: DraftHistory;
  /** Keys of every operation that was ever in it, also of those that were undone and overwritten. */
  readonly keys: ReadonlySet<string>;
}

interface Shelf {
  readonly present: string;
  readonly drafts: ReadonlyMap<string, Kept>;
}

const newDraft: Kept = { name: '', isRemoved: false, history: emptyHistory, keys: new Set() };

/** What the journal adds up to, draft by draft. Order is `seq`. */
export function replayDrafts(entries: readonly JournalEntry[]): DraftShelf {
  const start: Shelf = { present: mainDraft, drafts: new Map([[mainDraft, newDraft]]) };
  const ordered = [...entries].sort((a, b) => a.seq - b.seq);
  const { present, drafts } = ordered.reduce(replayEntry, start);
  const states = new Map([...drafts].map(([id, { history }]) => [id, draftStateOf(history)]));
  return {
    present,
    drafts: [...drafts].map(([id, { name, isRemoved }]) => ({
      id,
      name,
      changes: states.get(id)?.changes.length ?? 0,
      isPresent: id === present,
      isRemoved,
    })),
    stateOf: (id) => states.get(id),
    editsOf: (id) => drafts.get(id)?.history.present ?? [],
  };
}

function replayEntry(shelf: Shelf, entry: JournalEntry): Shelf {
  if (entry.type === 'drafts') return changeList(shelf, entry.change);
  if (entry.type === 'settled') {
    const drafts = [...shelf.drafts].map(([id, kept]) => [id, settled(kept, entry)] as const);
    return { ...shelf, drafts: new Map(drafts) };
  }
  const id = entry.draft ?? mainDraft;
  const kept = shelf.drafts.get(id);
  return kept ? withDraft(shelf, id, advanced(kept, entry)) : shelf;
}

function advanced(kept: Kept, event: DraftEvent): Kept {
  return {
    ...kept,
    history: replayEvent(kept.history, event),
    keys: new Set([...kept.keys, ...keysOf(event)]),
  };
}

/**
 * A draft that never held one of the operations stays on the rules as its author saw them: what another draft pushed
 * meanwhile is for the author like a colleague's change, and a conflict must show.
 */
function settled(kept: Kept, event: Extract<DraftEvent, { type: 'settled' }>): Kept {
  return event.keys.some((key) => kept.keys.has(key))
    ? { ...kept, history: replayEvent(kept.history, event) }
    : kept;
}

function keysOf(event: DraftEvent): readonly string[] {
  if (event.type === 'operation') return [event.key];
  return event.type === 'operations' ? event.edits.map((edit) => edit.key) : [];
}

function changeList(shelf: Shelf, change: DraftListChange): Shelf {
  const kept = shelf.drafts.get(change.draft);
  if (change.kind === 'create') {
    if (kept) return shelf;
    const fresh = advanced({ ...newDraft, name: change.name }, { type: 'operations', edits: change.edits });
    return { ...withDraft(shelf, change.draft, fresh), present: change.draft };
  }
  if (!kept) return shelf;
  switch (change.kind) {
    case 'rename':
      return withDraft(shelf, change.draft, { ...kept, name: change.name });
    case 'select':
      return kept.isRemoved ? shelf : { ...shelf, present: change.draft };
    case 'restore':
      return { ...withDraft(shelf, change.draft, { ...kept, isRemoved: false }), present: change.draft };
    case 'remove':
      if (change.draft === mainDraft) return shelf;
      return {
        ...withDraft(shelf, change.draft, { ...kept, isRemoved: true }),
        present: shelf.present === change.draft ? mainDraft : shelf.present,
      };
    default:
      return assertNever(change);
  }
}

function withDraft(shelf: Shelf, id: string, kept: Kept): Shelf {
  return { ...shelf, drafts: new Map([...shelf.drafts, [id, kept]]) };
}
