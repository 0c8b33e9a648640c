// Where measurements of closed recorders are kept that somebody loaded from a file: beside the rules, for each settings
// source, in the form of the rule file. No value of a page is ever in them, and they are sent to no settings source.

import type { MeasuredPolicy } from '../core/profiles/documented/measuredPolicy.ts';
import { changeMeasurements, type MeasuredChange } from '../core/settings/changeMeasurements.ts';
import { readMeasured } from '../core/settings/readMeasured.ts';
import { serializeMeasured } from '../core/settings/serializeMeasured.ts';
import { WireError } from '../core/settings/wireError.ts';
import { isAbsent } from '../core/settings/wireGuards.ts';
import { ProblemError } from './problemError.ts';
import type { SettingsServiceDeps } from './settingsDeps.ts';

type StoreDeps = Pick<SettingsServiceDeps, 'storage'>;

export async function readStoredMeasured({ storage }: StoreDeps, sourceId: string): Promise<MeasuredPolicy> {
  const stored = await storage.readValue(`measured:${sourceId}`);
  return isAbsent(stored) ? [] : readMeasured(stored, '$');
}

/** @throws {ProblemError} when an entry is odd: none is stored */
export async function storeMeasuredChange(
  deps: StoreDeps,
  sourceId: string,
  change: MeasuredChange,
): Promise<void> {
  const present = await readStoredMeasured(deps, sourceId);
  try {
    const changed = serializeMeasured(changeMeasurements(present, change));
    await deps.storage.writeValue(`measured:${sourceId}`, changed);
  } catch (error) {
    // What is wrong with it the panel says, in words.
    if (error instanceof WireError) throw new ProblemError('definition-refused');
    throw error;
  }
}
