import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PageCalls } from '../../core/detection/pageCalls.ts';
import { profileById } from '../../core/profiles/registry.ts';
import type { SettingsState } from '../../core/protocol.ts';
import type { DatedLeakSettings, LeakFinder, PageClient } from '../client.ts';
import { createEffectStore, type EffectStore } from './createEffectStore.ts';
import { createLeaksStore, type LeaksStore } from './createLeaksStore.ts';
import { createScanStore, type ScanStore } from './createScanStore.ts';
import type { SessionStore } from './createSessionStore.ts';
import { rulesInForce, type Today } from './rulesInForce.ts';

/** The same page as another recorder would capture it. */
export interface CompareStore {
  /** Profile id of the other recorder; null: nothing is compared. */
  readonly recorder: Signal<string | null>;
  readonly scan: ScanStore;
  readonly leaks: LeaksStore;
  /** From the recorder that is played (before) to the other one (after). */
  readonly difference: EffectStore;
}

export interface CompareDeps {
  readonly page: PageClient;
  readonly finder: LeakFinder;
  readonly nextId: () => number;
  readonly calls: () => PageCalls;
  readonly session: SessionStore;
  readonly settings: ReadonlySignal<SettingsState | null>;
  readonly today: ReadonlySignal<Today>;
  readonly leaks: ReadonlySignal<DatedLeakSettings | null>;
  /** What the recorder that is played sends. */
  readonly current: LeaksStore;
  readonly signal: AbortSignal;
}

/** Looks at the page a second time, as another recorder, as soon as the first look was read. */
export function createCompareStore(deps: CompareDeps): CompareStore {
  const { page, finder, nextId, calls, session, current, signal: abort } = deps;
  const recorder = signal<string | null>(null);
  const scan = createScanStore({ page, nextId, calls, purpose: 'compare', signal: abort });
  const leaks = createLeaksStore({ finder, scan: scan.scan, leaks: deps.leaks, signal: abort });
  const options = computed(() => (recorder.value === null ? null : session.optionsOf(recorder.value)));

  const dispose = effect(() => {
    const profile = recorder.value === null ? undefined : profileById(recorder.value);
    const ruleSet = profile && rulesInForce(deps.settings.value, profile, deps.today.value);
    if (!profile || !ruleSet || !current.reportedScan.value || profile.id === session.profileId.value) {
      scan.forget();
      return;
    }
    scan.start({ profile: profile.id, options: options.value, ruleSet, record: false });
  });
  abort.addEventListener('abort', dispose, { once: true });

  return {
    recorder,
    scan,
    leaks,
    difference: createEffectStore({ finder, current, draft: leaks, signal: abort }),
  };
}
