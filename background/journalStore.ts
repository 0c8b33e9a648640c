// The journal in the extension's own IndexedDB. Opened by the background only. It must never hold a key, a page value
// or anything else a page said, and nothing in the logs is ever changed, nor removed but when a person erases all of a
// source.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { JournalEntry } from '../core/settings/draft.ts';
import type { ProposalLogEntry } from '../core/settings/proposalLog.ts';
import type { PushLogEntry } from '../core/settings/pushLog.ts';
import type { JournalKeeper, KeptOfSource } from './journalKeeper.ts';
import type {
  JournalStorage,
  NewJournalEntry,
  NewProposalLogEntry,
  NewPushLogEntry,
} from './journalStorage.ts';
import { ProblemError } from './problemError.ts';

/** One entry of any log. */
interface Kept {
  readonly sourceId: string;
  readonly entry: NewJournalEntry | NewPushLogEntry | NewProposalLogEntry;
}

interface JournalSchema extends DBSchema {
  drafts: { key: number; value: Kept; indexes: { source: string } };
  pushes: { key: number; value: Kept; indexes: { source: string } };
  proposals: { key: number; value: Kept; indexes: { source: string } };
  values: { key: string; value: unknown };
}
const logNames = ['drafts', 'pushes', 'proposals'] as const;
type Log = (typeof logNames)[number];

/** 2: the log of proposals. */
const version = 2;

/** Opens (at first use) the database of this name. Rejects with problem `storage-failed` when it cannot be used. */
export function createJournalStore(name: string): JournalStorage & JournalKeeper {
  let opened: Promise<IDBPDatabase<JournalSchema>> | undefined;
  const use = async <T>(work: (database: IDBPDatabase<JournalSchema>) => Promise<T>): Promise<T> => {
    try {
      opened ??= open(name, () => {
        opened = undefined;
      });
      return await work(await opened);
    } catch (error) {
      opened = undefined;
      throw new ProblemError('storage-failed', error instanceof Error ? error.name : undefined);
    }
  };
  return {
    appendDraft: (sourceId, entry) => use((database) => append(database, 'drafts', { sourceId, entry })),
    readDraft: (sourceId) =>
      use(async (database) => (await readLog(database, 'drafts', sourceId)) as readonly JournalEntry[]),
    appendPush: (sourceId, entry) => use((database) => append(database, 'pushes', { sourceId, entry })),
    readPushes: (sourceId) =>
      use(async (database) => (await readLog(database, 'pushes', sourceId)) as readonly PushLogEntry[]),
    appendProposal: (sourceId, entry) =>
      use((database) => append(database, 'proposals', { sourceId, entry })),
    readProposals: (sourceId) =>
      use(
        async (database) => (await readLog(database, 'proposals', sourceId)) as readonly ProposalLogEntry[],
      ),
    readValue: (key) => use((database) => database.get('values', key)),
    writeValue: (key, value) =>
      use(async (database) => {
        const transaction = database.transaction('values', 'readwrite', { durability: 'strict' });
        await transaction.store.put(value, key);
        await transaction.done;
      }),
    listSources: () => use(listSources),
    readSource: (sourceId) => use((database) => readSource(database, sourceId)),
    eraseSource: (sourceId) => use((database) => eraseSource(database, sourceId)),
  };
}

type Database = IDBPDatabase<JournalSchema>;

/** Values of a source are named `cache:<source>`; the local rules stand by themselves. */
const localRules = 'local-rules';

function partsOfName(key: string): readonly [name: string, sourceId: string] | undefined {
  if (key === localRules) return [localRules, 'local'];
  const colon = key.indexOf(':');
  return colon === -1 ? undefined : [key.slice(0, colon), key.slice(colon + 1)];
}

async function listSources(database: Database): Promise<readonly string[]> {
  const found = new Set(['local']);
  for (const log of logNames) {
    const index = database.transaction(log).store.index('source');
    for (let at = await index.openKeyCursor(null, 'nextunique'); at; at = await at.continue())
      found.add(at.key);
  }
  for (const key of await database.getAllKeys('values')) {
    const [, sourceId] = partsOfName(key) ?? [];
    if (sourceId !== undefined) found.add(sourceId);
  }
  return [...found];
}

async function readSource(database: Database, sourceId: string): Promise<KeptOfSource> {
  const values: Record<string, unknown> = {};
  for (const key of await database.getAllKeys('values')) {
    const [name, of] = partsOfName(key) ?? [];
    const value = of === sourceId ? await database.get('values', key) : undefined;
    if (name !== undefined && value !== undefined) values[name] = value;
  }
  return {
    values,
    drafts: (await readLog(database, 'drafts', sourceId)) as readonly JournalEntry[],
    pushes: (await readLog(database, 'pushes', sourceId)) as readonly PushLogEntry[],
    proposals: (await readLog(database, 'proposals', sourceId)) as readonly ProposalLogEntry[],
  };
}

async function eraseSource(database: Database, sourceId: string): Promise<void> {
  const all = database.transaction(['values', ...logNames], 'readwrite', { durability: 'strict' });
  for (const log of logNames) {
    const store = all.objectStore(log);
    for (const key of await store.index('source').getAllKeys(sourceId)) await store.delete(key);
  }
  const values = all.objectStore('values');
  for (const key of await values.getAllKeys()) {
    if (partsOfName(key)?.[1] === sourceId) await values.delete(key);
  }
  await all.done;
}

function open(name: string, onClosed: () => void): Promise<IDBPDatabase<JournalSchema>> {
  return openDB<JournalSchema>(name, version, {
    upgrade: (database, oldVersion) => {
      const logs: readonly Log[] = oldVersion < 1 ? logNames : ['proposals'];
      for (const log of logs) {
        database.createObjectStore(log, { autoIncrement: true }).createIndex('source', 'sourceId');
      }
      if (oldVersion < 1) database.createObjectStore('values');
    },
    // A newer version of the extension wants to change the schema: let it.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
}

/** `strict`: on the disk before it counts as saved. The default only reaches the operating system. */
async function append(database: IDBPDatabase<JournalSchema>, log: Log, kept: Kept): Promise<void> {
  const transaction = database.transaction(log, 'readwrite', { durability: 'strict' });
  await transaction.store.add(kept);
  await transaction.done;
}

/** Entries of one source, their database keys as `seq`. */
async function readLog(
  database: IDBPDatabase<JournalSchema>,
  log: Log,
  sourceId: string,
): Promise<readonly object[]> {
  const index = database.transaction(log).store.index('source');
  // Both are in the order of the primary key within one source.
  const [keys, values] = await Promise.all([index.getAllKeys(sourceId), index.getAll(sourceId)]);
  return values.map(({ entry }, at) => ({ ...entry, seq: keys[at] ?? 0 }));
}
