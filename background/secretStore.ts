// The secret that remembered keys are sealed with, in a database of its own in the extension's IndexedDB: content scripts
// run under the origin of their page and cannot open it. The browser keeps the secret as an object whose bits no script
// can read. Opened by the background only.

import { type DBSchema, openDB } from 'idb';
import type { SecretStore } from './sealedKeys.ts';

interface SecretSchema extends DBSchema {
  secrets: { key: string; value: CryptoKey };
}

const slot = 'sealing';

/** Opens the database of this name for each use: it is used a few times in a session. */
export function createSecretStore(name: string): SecretStore {
  const use = async <T>(work: (database: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> => {
    const database = await open(name);
    try {
      return await work(database);
    } finally {
      database.close();
    }
  };
  return {
    load: () => use((database) => database.get('secrets', slot)),
    save: (secret) =>
      use(async (database) => {
        await database.put('secrets', secret, slot);
      }),
    remove: () => use((database) => database.delete('secrets', slot)),
  };
}

function open(name: string) {
  return openDB<SecretSchema>(name, 1, {
    upgrade: (database) => void database.createObjectStore('secrets'),
  });
}
