import type { Problem } from '../core/protocol.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import type { SettingsSource } from '../core/settings/settingsSource.ts';
import type { JournalStorage } from './journalStorage.ts';
import { problemOf } from './problemOf.ts';
import type { SettingsServiceDeps } from './settingsDeps.ts';
import { whileConnected } from './whileConnected.ts';

/** The rules as last read, so that the panel opens offline and can say how old they are. */
export interface SettingsCache {
  readonly ruleSet: RuleSet;
  /** RFC 3339; absent when no read ever succeeded. */
  readonly readAt?: string;
  /** Why the last read failed, if it did. */
  readonly problem?: Problem;
}

/** Nothing was ever read: not an org without rules, so it says that all of it is missing. */
const neverRead: SettingsCache = { ruleSet: { rules: [], groups: [], gaps: ['gap.never-read'] } };

export async function readCache(storage: JournalStorage, sourceId: string): Promise<SettingsCache> {
  // Written by this file only.
  return ((await storage.readValue(`cache:${sourceId}`)) as SettingsCache | undefined) ?? neverRead;
}

/**
 * Reads the source and remembers what it said, while it is connected.
 *
 * @throws {SettingsError} after remembering why it failed
 */
export async function refreshCache(
  deps: Pick<SettingsServiceDeps, 'storage' | 'now' | 'listTurns'>,
  sourceId: string,
  source: SettingsSource,
): Promise<RuleSet> {
  const { storage, now } = deps;
  const keep = (cache: SettingsCache) =>
    whileConnected(deps, sourceId, () => storage.writeValue(`cache:${sourceId}`, cache));
  try {
    const ruleSet = await source.read();
    await keep({ ruleSet, readAt: now().toISOString() });
    return ruleSet;
  } catch (error) {
    const { problem: _old, ...kept } = await readCache(storage, sourceId);
    await keep({ ...kept, problem: problemOf(error) });
    throw error;
  }
}
