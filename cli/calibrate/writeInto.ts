import type { Measurement } from '../../core/profiles/documented/measuredPolicy.ts';
import { SettingsError } from '../../core/settings/settingsSource.ts';
import { writeMeasurement } from '../../core/settings/writeMeasurement.ts';
import { printable } from '../printable.ts';
import { readTextFile } from '../readJsonFile.ts';
import { UsageError } from '../usageError.ts';
import { replaceFile } from './replaceFile.ts';

/**
 * @param measurement undefined: only whether the file can take one is asked, before anything is opened
 * @throws UsageError when the file cannot be read, or is no rule file of Scrim's own form
 */
export async function writeInto(file: string, measurement: Measurement | undefined): Promise<void> {
  const text = await readTextFile(file);
  try {
    const probe: Measurement = { recorder: 'none', date: '2026-01-01', cells: [] };
    const written = writeMeasurement(text, measurement ?? probe);
    if (measurement) await replaceFile(file, written);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw new UsageError(`${file}: ${printable(error.message)}`);
  }
}
