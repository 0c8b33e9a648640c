// The end of all that the extension keeps in this browser. Asked for by a person, on the options page, and by nobody else.
import { openDB } from 'idb';
import { browser } from './browser.ts';

/**
 * Empties storage.session, storage.local and every store of every database. Databases are emptied, not deleted: another
 * page of the extension may have one open, and a deletion would wait for it.
 */
export async function eraseEverything(): Promise<void> {
  await browser.storage.session.clear();
  await browser.storage.local.clear();
  for (const { name } of await indexedDB.databases()) if (name !== undefined) await emptyDatabase(name);
}

async function emptyDatabase(name: string): Promise<void> {
  // No version: the one it has.
  const database = await openDB(name);
  try {
    const stores = [...database.objectStoreNames];
    if (stores.length === 0) return;
    const all = database.transaction(stores, 'readwrite', { durability: 'strict' });
    await Promise.all(stores.map((store) => all.objectStore(store).clear()));
    await all.done;
  } finally {
    database.close();
  }
}
