import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import type { LeakFinder, LeakReport } from '../client.ts';

export interface LeaksStore {
  /** Null until the first scan was read. It stays while a new scan is being read. */
  readonly report: ReadonlySignal<LeakReport | null>;
  /** The scan that `report` is about. */
  readonly reportedScan: ReadonlySignal<CaptureScan | null>;
  readonly searching: ReadonlySignal<boolean>;
  /** The detectors' own words when they failed: then nothing may be said about this page. */
  readonly failure: ReadonlySignal<string | null>;
}

/** Reads every finished scan for leaks. A newer scan replaces the one being read. */
export function createLeaksStore(
  finder: LeakFinder,
  scan: ReadonlySignal<CaptureScan | null>,
  abort: AbortSignal,
): LeaksStore {
  const report = signal<LeakReport | null>(null);
  const reportedScan = signal<CaptureScan | null>(null);
  const searching = signal(false);
  const failure = signal<string | null>(null);

  async function read(current: CaptureScan, stop: AbortSignal): Promise<void> {
    searching.value = true;
    try {
      const found = await finder.find(current, stop);
      if (stop.aborted) return;
      report.value = found;
      reportedScan.value = current;
      failure.value = null;
    } catch (error) {
      if (stop.aborted) return;
      report.value = null;
      failure.value = error instanceof Error ? error.message : String(error);
    }
    searching.value = false;
  }

  const dispose = effect(() => {
    const current = scan.value;
    if (!current) {
      report.value = null;
      reportedScan.value = null;
      searching.value = false;
      return;
    }
    const stop = new AbortController();
    void read(current, AbortSignal.any([stop.signal, abort]));
    return () => stop.abort();
  });
  abort.addEventListener('abort', dispose, { once: true });
  return { report, reportedScan, searching, failure };
}
