import { createFullstorySource } from '../connectors/fullstory.ts';
import { createLocalSource } from '../connectors/localStore.ts';
import { SettingsError, type SettingsSource } from '../core/settings/settingsSource.ts';
import type { JournalStorage } from './journalStorage.ts';
import type { SourceAddress } from './settingsConnection.ts';

export interface OpenSourceDeps {
  readonly storage: JournalStorage;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Every settings source the extension can talk to. The local one lives in the journal's database. */
export function createSourceOpener({
  storage,
  fetch,
  now,
  newId,
}: OpenSourceDeps): (address: SourceAddress) => SettingsSource {
  const local = createLocalSource({
    load: () => storage.readValue('local-rules'),
    save: (stored) => storage.writeValue('local-rules', stored),
    newId,
    now,
  });
  return (address) => {
    switch (address.kind) {
      case 'local':
        return local;
      case 'github':
        throw new SettingsError('invalid', 'Rule files in repositories cannot be read yet.');
      default:
        return createFullstorySource({ fetch, baseUrl: address.baseUrl, getKey: address.getKey });
    }
  };
}
