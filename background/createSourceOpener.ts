import { createFullstorySource } from '../connectors/fullstory.ts';
import { createAnswerMemory } from '../connectors/github/answerMemory.ts';
import { createGithubSource } from '../connectors/github.ts';
import { createLocalSource } from '../connectors/localStore.ts';
import { createScrimServerSource } from '../connectors/scrimServer.ts';
import type { Translate } from '../core/messages/translate.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import type { SettingsSource } from '../core/settings/settingsSource.ts';
import { configurationFile } from '../core/translate/configurationFile.ts';
import type { JournalStorage } from './journalStorage.ts';
import type { SourceAddress } from './settingsConnection.ts';

export interface OpenSourceDeps {
  readonly storage: JournalStorage;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly newId: () => string;
  /** For what goes into a pull request. */
  readonly words: Translate;
}

/** Every settings source the extension can talk to. The local one lives in the journal's database. */
export function createSourceOpener({
  storage,
  fetch,
  now,
  newId,
  words,
}: OpenSourceDeps): (address: SourceAddress) => SettingsSource {
  const local = createLocalSource({
    load: () => storage.readValue('local-rules'),
    save: (stored) => storage.writeValue('local-rules', stored),
    newId,
    now,
  });
  // For as long as the worker lives: sources are opened anew for each request.
  const memory = createAnswerMemory();
  return (address) => {
    switch (address.kind) {
      case 'local':
        return local;
      case 'github': {
        const { baseUrl: apiBaseUrl, kind: _kind, exports = [], ...place } = address;
        const write = (ruleSet: RuleSet) => exports.map((one) => configurationFile(ruleSet, one, words));
        return createGithubSource({ fetch, apiBaseUrl, memory, ...place, exports: { write } });
      }
      case 'scrim':
        return createScrimServerSource({ fetch, baseUrl: address.baseUrl, getKey: address.getKey });
      default:
        return createFullstorySource({ fetch, baseUrl: address.baseUrl, getKey: address.getKey });
    }
  };
}
