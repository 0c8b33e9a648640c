import { compileCustomDetector } from './compileCustomDetector.ts';
import { DefinitionError } from './definitionError.ts';
import type { LeakSettings } from './leakSettings.ts';
import { leakSettingsLimits } from './leakSettingsLimits.ts';
import { readCustomDetector } from './readCustomDetector.ts';
import { readSuppression } from './readSuppression.ts';
import { serializeLeakSettings } from './serializeLeakSettings.ts';

/** One edit of the leak settings. Entries are in the form of the rule file, and are read like one. */
export type LeakSettingsChange =
  /** In the place of the one named `replaces`, where there is one. */
  | { readonly kind: 'put-detector'; readonly entry: unknown; readonly replaces?: string }
  | { readonly kind: 'remove-detector'; readonly name: string }
  | { readonly kind: 'put-suppression'; readonly entry: unknown }
  | { readonly kind: 'remove-suppression'; readonly id: string };

/**
 * The leak settings after one edit, in the form they are kept in.
 *
 * @throws {DefinitionError} when the new entry cannot be used
 * @throws {WireError} for a wrong type in it
 */
export function changeLeakSettings(
  settings: LeakSettings,
  change: LeakSettingsChange,
  today: string,
): Record<string, unknown> {
  const { detectors, suppressions } = settings;
  switch (change.kind) {
    case 'put-detector': {
      const added = readCustomDetector(change.entry);
      // One that is broken is told now, to whoever wrote it.
      compileCustomDetector(added, { left: 0 });
      const others = detectors.filter(({ name }) => name !== (change.replaces ?? added.name));
      if (others.some(({ name }) => name === added.name)) throw new DefinitionError('name-twice');
      refuseOverLimit(others.length, leakSettingsLimits.detectors);
      return serializeLeakSettings({ detectors: [...others, added], suppressions });
    }
    case 'remove-detector':
      return serializeLeakSettings({
        detectors: detectors.filter(({ name }) => name !== change.name),
        suppressions,
      });
    case 'put-suppression': {
      const added = readSuppression(change.entry, suppressions.length + 1, today);
      const others = suppressions.filter(({ id }) => id !== added.id);
      refuseOverLimit(others.length, leakSettingsLimits.suppressions);
      return serializeLeakSettings({ detectors, suppressions: [...others, added] });
    }
    case 'remove-suppression':
      return serializeLeakSettings({
        detectors,
        suppressions: suppressions.filter(({ id }) => id !== change.id),
      });
  }
}

function refuseOverLimit(others: number, max: number): void {
  if (others >= max) throw new DefinitionError('over-limit', { max, more: 1 });
}
