import type { SettingsSource } from '../../core/settings/settingsSource.ts';
import type { FaultServer } from './createFaultServer.ts';
import { playRun, type RunResult } from './playRun.ts';

export interface FaultTotals {
  readonly runs: number;
  readonly acts: number;
  readonly saved: number;
  readonly writes: number;
  readonly kills: number;
  readonly faults: number;
  readonly inTheGap: number;
  readonly lost: number;
  readonly doubled: number;
  readonly overwritten: number;
  readonly unconfirmed: number;
  readonly stuck: number;
  /** Everything the judge found, with the seed of the run it was found in. */
  readonly findings: readonly string[];
}

export interface FaultRunOptions {
  readonly server: FaultServer;
  readonly seed: number;
  readonly runs: number;
  readonly spoil?: (source: SettingsSource) => SettingsSource;
  /** Called after each run. */
  readonly onRun?: (result: RunResult) => void;
}

/** Plays so many sequences, every second one at a source that counts revisions; a run's seed is `seed` plus its number. */
export async function runFaults({ server, seed, runs, spoil, onRun }: FaultRunOptions): Promise<FaultTotals> {
  const results: RunResult[] = [];
  for (let at = 0; at < runs; at++) {
    const kind = (seed + at) % 2 === 0 ? 'fullstory' : 'scrim';
    const result = await playRun({ seed: seed + at, server, kind, ...(spoil ? { spoil } : {}) });
    results.push(result);
    onRun?.(result);
  }
  const sum = (of: (result: RunResult) => number) => results.reduce((total, result) => total + of(result), 0);
  return {
    runs,
    acts: sum(({ acts }) => acts),
    saved: sum(({ saved }) => saved),
    writes: sum(({ writes }) => writes),
    kills: sum(({ kills }) => kills),
    faults: sum(({ faults }) => faults),
    inTheGap: sum(({ inTheGap }) => inTheGap),
    lost: sum(({ lost }) => lost.length),
    doubled: sum(({ doubled }) => doubled.length),
    overwritten: sum(({ overwritten }) => overwritten.length),
    unconfirmed: sum(({ unconfirmed }) => unconfirmed.length),
    stuck: sum(({ stuck }) => stuck.length),
    findings: results.flatMap(findingsOf),
  };
}

function findingsOf({ seed, lost, doubled, overwritten, unconfirmed, stuck }: RunResult): readonly string[] {
  const named = { lost, doubled, overwritten, unconfirmed, stuck };
  return Object.entries(named).flatMap(([kind, found]) =>
    found.map((one) => `seed ${seed}: ${kind}: ${one}`),
  );
}
