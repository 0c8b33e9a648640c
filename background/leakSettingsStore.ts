// Where the org's own detectors and its suppressions are kept: beside the rules, for each settings source, in the form
// of the rule file. No value of a page is ever in them.

import { changeLeakSettings, type LeakSettingsChange } from '../core/leakSettings/changeLeakSettings.ts';
import { DefinitionError } from '../core/leakSettings/definitionError.ts';
import { type LeakSettings, noLeakSettings } from '../core/leakSettings/leakSettings.ts';
import { readLeakSettings } from '../core/leakSettings/readLeakSettings.ts';
import { WireError } from '../core/settings/wireError.ts';
import { asObject, isAbsent } from '../core/settings/wireGuards.ts';
import { ProblemError } from './problemError.ts';
import type { SettingsServiceDeps } from './settingsDeps.ts';

type StoreDeps = Pick<SettingsServiceDeps, 'storage' | 'now'>;

export async function readStoredLeaks({ storage, now }: StoreDeps, sourceId: string): Promise<LeakSettings> {
  const stored = await storage.readValue(`leaks:${sourceId}`);
  return isAbsent(stored) ? noLeakSettings : readLeakSettings(asObject(stored, '$'), dayOf(now()));
}

/** @throws {ProblemError} when the entry cannot be used */
export async function storeLeakChange(
  deps: StoreDeps,
  sourceId: string,
  change: LeakSettingsChange,
): Promise<void> {
  const present = await readStoredLeaks(deps, sourceId);
  try {
    const changed = changeLeakSettings(present, change, dayOf(deps.now()));
    await deps.storage.writeValue(`leaks:${sourceId}`, changed);
  } catch (error) {
    // What is wrong with it the form says, in words.
    if (error instanceof DefinitionError || error instanceof WireError)
      throw new ProblemError('definition-refused');
    throw error;
  }
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}
