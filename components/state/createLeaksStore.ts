import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import type { DatedLeakSettings, LeakFinder, LeakReport } from '../client.ts';
import type { RecordingStore } from './createRecordingStore.ts';

export interface LeaksStore {
  /** Null until the first scan was read. It stays while a new scan is being read. */
  readonly report: ReadonlySignal<LeakReport | null>;
  /** The scan that `report` is about. */
  readonly reportedScan: ReadonlySignal<CaptureScan | null>;
  readonly searching: ReadonlySignal<boolean>;
  /** The detectors' own words when they failed: then nothing may be said about this page. */
  readonly failure: ReadonlySignal<string | null>;
}

export interface LeaksStoreDeps {
  readonly finder: LeakFinder;
  readonly scan: ReadonlySignal<CaptureScan | null>;
  /** The recording that goes on beside the scans; absent for a scan by itself. */
  readonly recording?: RecordingStore;
  /** The org's own detectors and suppressions; null while they are not known. */
  readonly leaks: ReadonlySignal<DatedLeakSettings | null>;
  readonly signal: AbortSignal;
}

/** Reads every finished scan for leaks, and what its recording writes down. A newer scan replaces the one being read. */
export function createLeaksStore(deps: LeaksStoreDeps): LeaksStore {
  const { finder, scan, recording, leaks, signal: abort } = deps;
  const report = signal<LeakReport | null>(null);
  const reportedScan = signal<CaptureScan | null>(null);
  const searching = signal(false);
  const failure = signal<string | null>(null);
  let isAdding = false;

  function failed(error: unknown): void {
    report.value = null;
    failure.value = error instanceof Error ? error.message : String(error);
  }

  async function read(
    current: CaptureScan,
    dated: DatedLeakSettings | null,
    stop: AbortSignal,
  ): Promise<void> {
    searching.value = true;
    const number = recording?.number.peek();
    try {
      const found = await finder.find(current, stop, {
        ...(typeof number === 'number' ? { recording: number } : {}),
        ...(dated === null ? {} : { leaks: dated }),
      });
      if (stop.aborted) return;
      report.value = found;
      reportedScan.value = current;
      failure.value = null;
    } catch (error) {
      if (stop.aborted) return;
      failed(error);
    }
    searching.value = false;
  }

  /** One question at a time: what comes meanwhile waits and goes with the next. */
  async function addLate({ number, take, waiting }: RecordingStore): Promise<void> {
    isAdding = true;
    while (waiting.peek().length > 0 && !abort.aborted) {
      const asked = number.peek();
      const parts = take();
      if (asked === null) break;
      try {
        const found = await finder.addLate(asked, parts);
        // The look that the recording began with is still being read: it will tell this too.
        if (number.peek() === asked && reportedScan.peek()) report.value = found;
      } catch (error) {
        if (number.peek() === asked && !abort.aborted) failed(error);
      }
    }
    isAdding = false;
  }

  const during = (run: () => undefined | (() => void)) =>
    abort.addEventListener('abort', effect(run), { once: true });
  during(() => {
    const current = scan.value;
    const dated = leaks.value;
    if (!current) {
      report.value = null;
      reportedScan.value = null;
      searching.value = false;
      return undefined;
    }
    const stop = new AbortController();
    void read(current, dated, AbortSignal.any([stop.signal, abort]));
    return () => stop.abort();
  });
  during(() => {
    if (recording && recording.waiting.value.length > 0 && !isAdding) void addLate(recording);
    return undefined;
  });
  return { report, reportedScan, searching, failure };
}
