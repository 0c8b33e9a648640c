// Where drafts are written: every edit is in the journal before anybody is told that it is saved. One edit after the
// other: whether there is something to undo must still be true when the undo is written.

import type { DraftListRequest } from '../core/protocol.ts';
import type { RuleContent } from '../core/rules/rule.ts';
import { createTurns } from '../core/settings/createTurns.ts';
import {
  type DraftListChange,
  type DraftOperation,
  type KeyedOperation,
  mainDraft,
} from '../core/settings/draft.ts';
import { type KeptEdit, withKeptEdit, withoutKeptEdit } from '../core/settings/keptEdit.ts';
import { ontoDrafted } from '../core/settings/ontoDrafted.ts';
import { type DraftShelf, replayDrafts } from '../core/settings/replayDrafts.ts';
import { replayPushLog } from '../core/settings/replayPushLog.ts';
import { subjectOf } from '../core/settings/subjectOf.ts';
import type { NewJournalEntry } from './journalStorage.ts';
import { ProblemError } from './problemError.ts';
import { readConnection, sourceIdOf } from './settingsConnection.ts';
import type { SettingsServiceDeps } from './settingsDeps.ts';

/** All resolve only when it is stored. `draft` absent: the present one. They reject with problem `draft-gone`. */
export interface DraftDesk {
  apply(operation: DraftOperation, on?: EditedOn): Promise<void>;
  move(type: 'undo' | 'redo' | 'discard', draft?: string): Promise<void>;
  /** Several edits as one step, into a draft or into a new one of this name. */
  importEdits(operations: readonly DraftOperation[], into: ImportTarget): Promise<void>;
  changeList(change: DraftListRequest): Promise<void>;
  /** @returns all that are kept */
  keepEdit(edit: Omit<KeptEdit, 'at'>): Promise<readonly KeptEdit[]>;
  forgetEdit(id: string): Promise<void>;
}

/** What a person had before them when an edit was begun. */
export interface EditedOn {
  readonly draft?: string | undefined;
  /** The rule with what was drafted then. Absent: the edit is meant as it is. */
  readonly seen?: RuleContent | undefined;
}

export interface ImportTarget {
  readonly draft?: string | undefined;
  /** A new draft is made. */
  readonly name?: string | undefined;
}

type DeskDeps = Pick<SettingsServiceDeps, 'storage' | 'now' | 'newId' | 'connectionId'>;

interface Turn {
  readonly sourceId: string;
  readonly at: string;
  readonly shelf: DraftShelf;
  write(entry: Undated<NewJournalEntry>): Promise<void>;
  /** @throws {ProblemError} `draft-gone` */
  open(draft: string | undefined): string;
}

type Undated<Entry> = Entry extends unknown ? Omit<Entry, 'at'> : never;

/** @param inTurn shared with whoever must not see a draft change under its hands */
export function createDraftDesk(deps: DeskDeps, inTurn = createTurns()): DraftDesk {
  const turn = <T>(work: (turn: Turn) => Promise<T>) => inTurn(async () => work(await takeTurn(deps)));
  const keyed = (operations: readonly DraftOperation[]): readonly KeyedOperation[] =>
    operations.map((operation) => ({ key: deps.newId(), operation }));
  return {
    apply: (operation, { draft, seen } = {}) =>
      turn(async ({ shelf, write, open, sourceId }) => {
        if (operation.kind === 'drop') await refuseWhileWaiting(deps, sourceId);
        const id = open(draft);
        const changes = shelf.stateOf(id)?.changes ?? [];
        const merged = ontoDrafted(operation, { seen, changes });
        await write({ type: 'operation', draft: id, key: deps.newId(), operation: merged });
        await forget(deps, sourceId, subjectOf(operation));
      }),
    move: (type, draft) =>
      turn(async ({ shelf, write, open, sourceId }) => {
        await refuseWhileWaiting(deps, sourceId);
        const id = open(draft);
        if (canMove(shelf, id, type)) await write({ type, draft: id });
      }),
    importEdits: (operations, { draft, name }) =>
      turn(async ({ write, open, sourceId }) => {
        if (operations.some(({ kind }) => kind === 'drop')) await refuseWhileWaiting(deps, sourceId);
        const edits = keyed(operations);
        if (name === undefined) await write({ type: 'operations', draft: open(draft), edits });
        else await write({ type: 'drafts', change: { kind: 'create', draft: deps.newId(), name, edits } });
      }),
    changeList: (change) =>
      turn(async (at) => {
        if (change.kind === 'remove') await refuseWhileWaiting(deps, at.sourceId);
        await at.write({ type: 'drafts', change: listChange(change, at, deps.newId) });
      }),
    keepEdit: (edit) =>
      turn(async ({ sourceId, at }) => {
        const kept = withKeptEdit(await readKeptEdits(deps, sourceId), { ...edit, at });
        await deps.storage.writeValue(`edits:${sourceId}`, kept);
        return kept;
      }),
    forgetEdit: (id) => turn(({ sourceId }) => forget(deps, sourceId, id)),
  };
}

/** What waits to be written is not taken out of the draft behind its back: it is taken back first. */
async function refuseWhileWaiting({ storage }: Pick<DeskDeps, 'storage'>, sourceId: string): Promise<void> {
  const waiting = replayPushLog(await storage.readPushes(sourceId)).some(
    ({ finished, heldSince, plan }) =>
      !finished && heldSince === undefined && plan.planned.some((one) => one.change.keys.length > 0),
  );
  if (waiting) throw new ProblemError('push-waiting');
}

/** Edits that were typed and not saved to a draft, newest first. */
export async function readKeptEdits(
  { storage }: Pick<DeskDeps, 'storage'>,
  sourceId: string,
): Promise<readonly KeptEdit[]> {
  // Written by this desk only.
  return ((await storage.readValue(`edits:${sourceId}`)) as readonly KeptEdit[] | undefined) ?? [];
}

async function takeTurn(deps: DeskDeps): Promise<Turn> {
  const { storage, now } = deps;
  const sourceId = sourceIdOf(await readConnection(deps));
  const shelf = replayDrafts(await storage.readDraft(sourceId));
  const at = now().toISOString();
  const isOpen = (id: string) => shelf.drafts.some((draft) => draft.id === id && !draft.isRemoved);
  return {
    sourceId,
    at,
    shelf,
    write: (entry) => storage.appendDraft(sourceId, { ...entry, at } as NewJournalEntry),
    open(draft = shelf.present) {
      if (!isOpen(draft)) throw new ProblemError('draft-gone');
      return draft;
    },
  };
}

function canMove({ stateOf }: DraftShelf, id: string, type: 'undo' | 'redo' | 'discard'): boolean {
  const draft = stateOf(id);
  if (!draft) return false;
  return { undo: draft.canUndo, redo: draft.canRedo, discard: draft.changes.length > 0 }[type];
}

function listChange(change: DraftListRequest, { shelf, open }: Turn, newId: () => string): DraftListChange {
  switch (change.kind) {
    case 'create': {
      const edits = change.copyOf === undefined ? [] : shelf.editsOf(open(change.copyOf));
      return { kind: 'create', draft: newId(), name: change.name, edits };
    }
    case 'restore':
      if (!shelf.stateOf(change.draft)) throw new ProblemError('draft-gone');
      return change;
    case 'remove':
      if (change.draft === mainDraft) throw new ProblemError('not-allowed');
      return { ...change, draft: open(change.draft) };
    default:
      return { ...change, draft: open(change.draft) };
  }
}

async function forget({ storage }: DeskDeps, sourceId: string, id: string): Promise<void> {
  const kept = await readKeptEdits({ storage }, sourceId);
  if (kept.some((edit) => edit.id === id)) {
    await storage.writeValue(`edits:${sourceId}`, withoutKeptEdit(kept, id));
  }
}
