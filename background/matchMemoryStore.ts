// When rules last matched, and what the elements looked like: structure and developers' names, for each settings
// source. No value of a page is ever in it.

import { type MatchNote, noteMatches, type RuleMemory } from '../core/rot/matchMemory.ts';
import { createTurns } from '../core/settings/createTurns.ts';
import { readConnection, sourceIdOf } from './settingsConnection.ts';
import type { SettingsServiceDeps } from './settingsDeps.ts';

type StoreDeps = Pick<SettingsServiceDeps, 'storage' | 'now' | 'connectionId'>;

export interface MatchMemoryStore {
  read(): Promise<readonly RuleMemory[]>;
  /** Resolves with all that is remembered, when it is stored. */
  note(page: string, notes: readonly MatchNote[]): Promise<readonly RuleMemory[]>;
}

export function createMatchMemoryStore(deps: StoreDeps): MatchMemoryStore {
  const { storage, now } = deps;
  const inTurn = createTurns();
  const readOf = async (sourceId: string) =>
    // Written by this store only.
    ((await storage.readValue(`matches:${sourceId}`)) as readonly RuleMemory[] | undefined) ?? [];
  const source = async () => sourceIdOf(await readConnection(deps));
  return {
    read: async () => readOf(await source()),
    note: (page, notes) =>
      inTurn(async () => {
        const sourceId = await source();
        const memory = noteMatches(await readOf(sourceId), page, notes, now().toISOString());
        await storage.writeValue(`matches:${sourceId}`, memory);
        return memory;
      }),
  };
}
