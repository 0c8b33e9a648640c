// Saved pages in a database of their own, in the extension's IndexedDB. Opened by the panel's worker only. Nothing but
// redacted pages may go in (`redactSnapshot`, `readSnapshot`): never a page as it was read, a rule or a key.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { isSavedElement, type PageSnapshot, snapshotLimits } from '../core/saved/pageSnapshot.ts';
import {
  type SavedPageEntry,
  type SavedPageStorage,
  SavedPagesError,
} from '../core/saved/savedPageStorage.ts';

interface SavedSchema extends DBSchema {
  pages: { key: string; value: PageSnapshot };
  entries: { key: string; value: SavedPageEntry };
}

const version = 1;
/** On the disk before it counts as saved. The default only reaches the operating system. */
const strict = { durability: 'strict' } as const;

/** Opens (at first use) the database of this name. */
export function createSavedPageStore(name: string, newId: () => string): SavedPageStorage {
  let opened: Promise<IDBPDatabase<SavedSchema>> | undefined;

  async function use<T>(work: (database: IDBPDatabase<SavedSchema>) => Promise<T>): Promise<T> {
    try {
      opened ??= open(name, () => {
        opened = undefined;
      });
      return await work(await opened);
    } catch (error) {
      if (error instanceof SavedPagesError) throw error;
      opened = undefined;
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      throw new SavedPagesError(isFull ? 'full' : 'not-stored', error instanceof Error ? error.name : '');
    }
  }

  async function add(database: IDBPDatabase<SavedSchema>, pages: readonly PageSnapshot[]): Promise<void> {
    const both = database.transaction(['pages', 'entries'], 'readwrite', strict);
    const known = await both.objectStore('entries').getAll();
    const entries = pages.map((page) => entryOf(page, newId()));
    const problem = overLimit([...known, ...entries]);
    if (problem) {
      both.abort();
      await both.done.catch(() => undefined);
      throw new SavedPagesError(problem);
    }
    for (const [index, entry] of entries.entries()) {
      const page = pages[index];
      if (page) void both.objectStore('pages').put(page, entry.id);
      void both.objectStore('entries').put(entry, entry.id);
    }
    await both.done;
  }

  return {
    list: () =>
      use(async (database) =>
        (await database.getAll('entries')).sort((a, b) => b.savedAt.localeCompare(a.savedAt)),
      ),
    read: (id) =>
      use(async (database) => {
        const [page, entry] = await Promise.all([database.get('pages', id), database.get('entries', id)]);
        return page && entry ? { ...page, name: entry.name } : undefined;
      }),
    add: (pages) => use((database) => add(database, pages)),
    rename: (id, to) =>
      use(async (database) => {
        const { store, done } = database.transaction('entries', 'readwrite', strict);
        const entry = await store.get(id);
        if (entry) await store.put({ ...entry, name: to }, id);
        await done;
      }),
    remove: (id) =>
      use(async (database) => {
        const both = database.transaction(['pages', 'entries'], 'readwrite', strict);
        await Promise.all([both.objectStore('pages').delete(id), both.objectStore('entries').delete(id)]);
        await both.done;
      }),
    clear: () =>
      use(async (database) => {
        const both = database.transaction(['pages', 'entries'], 'readwrite', strict);
        await Promise.all([both.objectStore('pages').clear(), both.objectStore('entries').clear()]);
        await both.done;
      }),
  };
}

function open(name: string, onClosed: () => void): Promise<IDBPDatabase<SavedSchema>> {
  return openDB<SavedSchema>(name, version, {
    upgrade(database) {
      database.createObjectStore('pages');
      database.createObjectStore('entries');
    },
    // A newer version of the extension wants to change the schema: let it.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
}

function entryOf(page: PageSnapshot, id: string): SavedPageEntry {
  const { name, url, savedAt, nodes } = page;
  const { length } = JSON.stringify(page);
  return { id, name, url, savedAt, elements: nodes.filter(isSavedElement).length, length };
}

function overLimit(entries: readonly SavedPageEntry[]): 'too-many' | 'too-large' | 'full' | undefined {
  if (entries.some(({ length }) => length > snapshotLimits.length)) return 'too-large';
  if (entries.length > snapshotLimits.pages) return 'too-many';
  const total = entries.reduce((sum, { length }) => sum + length, 0);
  return total > snapshotLimits.total ? 'full' : undefined;
}
