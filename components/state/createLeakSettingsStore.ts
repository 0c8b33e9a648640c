import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { LeakSettingsChange } from '../../core/leakSettings/changeLeakSettings.ts';
import type { DatedLeakSettings } from '../client.ts';
import type { SettingsStore } from './createSettingsStore.ts';
import { unlessEqual } from './unlessEqual.ts';

export interface LeakSettingsStore {
  /** Null until the settings were read. */
  readonly dated: ReadonlySignal<DatedLeakSettings | null>;
  /** Takes effect at once. True when it was stored; a refusal is a problem of the settings store. */
  change(change: LeakSettingsChange): Promise<boolean>;
  /** Calls back when the org's own detectors are others than before: what was found so far was found without them. */
  onDetectors(listener: () => void): void;
}

export interface LeakSettingsDeps {
  readonly settings: SettingsStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** The org's own detectors and its suppressions, as the background keeps them. */
export function createLeakSettingsStore({ settings, now, signal }: LeakSettingsDeps): LeakSettingsStore {
  const kept = unlessEqual(computed(() => settings.state.value?.leakSettings ?? null));
  const dated = unlessEqual(
    computed(() => {
      if (kept.value === null) return null;
      return { settings: kept.value, today: new Date(now()).toISOString().slice(0, 10) };
    }),
  );
  return {
    dated,
    change: (change) => settings.run('leaks/change', { change }),
    onDetectors(listener) {
      let before: string | undefined;
      const dispose = effect(() => {
        if (kept.value === null) return;
        const present = JSON.stringify(kept.value.detectors);
        const changed = before !== undefined && before !== present;
        before = present;
        if (changed) untracked(listener);
      });
      signal.addEventListener('abort', dispose, { once: true });
    },
  };
}
