import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import type { ScanComparison } from '../../core/findings/compareScans.ts';
import type { Finding } from '../../core/findings/finding.ts';
import type { LeakFinder } from '../client.ts';
import type { LeaksStore } from './createLeaksStore.ts';

export interface DraftEffect {
  readonly comparison: ScanComparison;
  readonly before: CaptureScan;
  readonly after: CaptureScan;
}

export interface EffectStore {
  /** What the draft, with the edit under way, changes on this page; null while it is not known. */
  readonly effect: ReadonlySignal<DraftEffect | null>;
  /** Why the effect is not known, in the program's own words; null while nothing failed. */
  readonly failure: ReadonlySignal<string | null>;
  readonly closedLeaks: ReadonlySignal<readonly Finding[]>;
  readonly openedLeaks: ReadonlySignal<readonly Finding[]>;
}

export interface EffectDeps {
  readonly finder: LeakFinder;
  readonly current: LeaksStore;
  readonly draft: LeaksStore;
  readonly signal: AbortSignal;
}

/** Compares the scan with the draft's rules to the one with the org's rules, as soon as both were read. */
export function createEffectStore(deps: EffectDeps): EffectStore {
  const { finder, current, draft } = deps;
  const result = signal<DraftEffect | null>(null);
  const failure = signal<string | null>(null);

  async function compare(before: CaptureScan, after: CaptureScan, stop: AbortSignal): Promise<void> {
    try {
      const comparison = await finder.compare(before, after, stop);
      if (stop.aborted) return;
      result.value = { comparison, before, after };
      failure.value = null;
    } catch (error) {
      if (stop.aborted) return;
      result.value = null;
      failure.value = error instanceof Error ? error.message : String(error);
    }
  }

  const dispose = effect(() => {
    const before = current.reportedScan.value;
    const after = draft.reportedScan.value;
    if (!before || !after) {
      result.value = null;
      return;
    }
    const stop = new AbortController();
    void compare(before, after, AbortSignal.any([stop.signal, deps.signal]));
    return () => stop.abort();
  });
  deps.signal.addEventListener('abort', dispose, { once: true });

  return {
    effect: result,
    failure,
    closedLeaks: computed(() => leaksNotAmong(current, draft, 'every')),
    openedLeaks: computed(() => leaksNotAmong(draft, current, 'some')),
  };
}

/**
 * Leaks of one look with places where the other has none. A leak is closed when it leaves from none of its places any
 * more, and opened when it leaves from one more: its id is that of its first place, and changes when that one is closed.
 */
function leaksNotAmong(one: LeaksStore, other: LeaksStore, how: 'every' | 'some'): readonly Finding[] {
  const mine = one.report.value;
  const theirs = other.report.value;
  if (!mine || !theirs) return [];
  const known = new Set(theirs.findings.flatMap(leakingPlaces));
  return mine.findings.filter((finding) => {
    const places = leakingPlaces(finding);
    const isGone = (place: string) => !known.has(place);
    return places.length > 0 && (how === 'every' ? places.every(isGone) : places.some(isGone));
  });
}

function leakingPlaces({ kind, certainty, places }: Finding): string[] {
  if (certainty !== 'leak') return [];
  const what = kind.type === 'value' ? kind.detector : kind.class;
  return places
    .filter(({ treatment }) => treatment === 'captured')
    .map(({ node, channel, name = '' }) => `${what} ${node} ${channel} ${name}`);
}
