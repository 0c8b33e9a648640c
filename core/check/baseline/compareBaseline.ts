import type { CaptureChannel } from '../../capture/captureRecord.ts';
import { splitFinding } from '../../findings/splitFinding.ts';
import { verdictOf } from '../../findings/verdictOf.ts';
import type { BaselineResult } from '../../report/checkRun.ts';
import type { AcceptedLeak, PageReport, ReportedLeak } from '../../report/pageReport.ts';
import type { AcceptedPlace, LockedPage, LockFile } from './lockFile.ts';
import { createLookSummary, type LookSummary, lookKey } from './lookSummary.ts';
import { pageKey } from './pageKey.ts';
import { identityKey, placeIdentity } from './placeIdentity.ts';

export interface BaselineOptions {
  /** `2026-11-25`, in UTC. */
  readonly today: string;
  /** Host of the run's own site (`homeOf` over all its pages). */
  readonly home: string | undefined;
  /** The run is one shard, or some of the pages: those that are missing are then not lost. */
  readonly isPart?: boolean;
}

export interface BaselineComparison {
  /** Moves what is accepted on this page out of its leaks, and makes its verdict anew. */
  take(report: PageReport): PageReport;
  /** Once every page was taken. */
  result(): BaselineResult;
}

/** A run against its baseline, page by page in any order. Keeps a few numbers for each page of the baseline, no page. */
export function compareBaseline(lock: LockFile, options: BaselineOptions): BaselineComparison {
  const { today, home, isPart = false } = options;
  const locked = new Map(lock.pages.map((page) => [lookKey(page), readied(page)]));
  const looks = new Map<string, LookSummary>();
  let newLeaks = 0;

  function take(report: PageReport): PageReport {
    const key = lookKey({ ...report, page: pageKey(report.page, home) });
    const known = locked.get(key);
    const summary = looks.get(key) ?? createLookSummary();
    summary.add(report);
    looks.set(key, summary);
    if (!report.loaded) return report;
    const leaks: ReportedLeak[] = [];
    const accepted: AcceptedLeak[] = [];
    for (const leak of report.leaks) {
      const entries = leak.places.map((place) => known?.entryFor(leak, place));
      for (const entry of entries) if (entry) known?.used.add(entry);
      const inForce = entries.map((entry) => (entry && entry.expires >= today ? entry : undefined));
      const [left, taken] = splitFinding(leak, (_place, at) => inForce[at] !== undefined);
      if (left) leaks.push(left);
      if (left && entries.some((entry) => entry === undefined)) newLeaks += 1;
      if (taken) accepted.push({ ...taken, ...termsOf(inForce) });
    }
    return { ...report, leaks, accepted, verdict: verdictOf(leaks, report.uninspected) };
  }

  function result(): BaselineResult {
    const all = [...locked].map(([key, known]) => ({ known, look: looks.get(key) }));
    const readAgain = all.filter(({ look }) => look?.isLoaded() ?? false);
    const entries = readAgain.flatMap(({ known }) =>
      known.page.accepted.map((entry) => ({ entry, isUsed: known.used.has(entry) })),
    );
    const now = readAgain.flatMap(({ known, look }) => (look ? [{ page: known.page, look }] : []));
    return {
      stoppedRules: now.flatMap(stoppedRules),
      newLeaks,
      lostCoverage: now.flatMap(lostCoverage),
      lostPages: isPart ? [] : all.filter(({ look }) => !look).map(({ known }) => nameOf(known.page)),
      expired: entries.filter(({ entry, isUsed }) => isUsed && entry.expires < today).length,
      gone: entries.filter(({ isUsed }) => !isUsed).length,
    };
  }

  return { take, result };
}

interface Readied {
  readonly page: LockedPage;
  readonly used: Set<AcceptedPlace>;
  entryFor(leak: ReportedLeak, place: ReportedLeak['places'][number]): AcceptedPlace | undefined;
}

function readied(page: LockedPage): Readied {
  const entries = new Map(page.accepted.map((entry) => [identityKey(entry), entry]));
  return {
    page,
    used: new Set(),
    entryFor(leak, place) {
      const entry = entries.get(identityKey(placeIdentity(leak.kind, place)));
      // What was only possible when it was accepted, and is certain now, is news.
      const isWorse = entry?.certainty === 'possible' && place.treatment === 'captured';
      return isWorse ? undefined : entry;
    },
  };
}

/** The first to end, with its reason: from then on the finding counts again. */
function termsOf(entries: readonly (AcceptedPlace | undefined)[]): Pick<AcceptedLeak, 'reason' | 'expires'> {
  const [first] = entries
    .filter((entry) => entry !== undefined)
    .toSorted((a, b) => (a.expires < b.expires ? -1 : 1));
  return { reason: first?.reason ?? '', expires: first?.expires ?? '' };
}

interface LookedAgain {
  readonly page: LockedPage;
  readonly look: LookSummary;
}

function stoppedRules({ page, look }: LookedAgain): BaselineResult['stoppedRules'] {
  return page.rules.flatMap(({ id, name, kinds }) => {
    const now = look.rule(id);
    if (!now) return [{ rule: id, name, page: nameOf(page), kinds }];
    const missing = now.kinds.length === 0 ? [] : kinds.filter((kind) => !now.kinds.includes(kind));
    return missing.length === 0
      ? []
      : [{ rule: id, name, page: nameOf(page), kinds: missing, matches: now.matches }];
  });
}

/** Pages change from day to day: as long as half of it is there it is no loss. */
export const lossShare = 0.5;

function lostCoverage({ page, look }: LookedAgain): BaselineResult['lostCoverage'] {
  const channels = Object.entries(page.looked) as [CaptureChannel, number][];
  return channels.flatMap(([channel, before]) => {
    const now = look.looked()[channel] ?? 0;
    return now < before * lossShare ? [{ page: nameOf(page), channel, before, now }] : [];
  });
}

/** As reports name it: `/checkout (card step)`. */
function nameOf({ page, step }: LockedPage): string {
  return step === undefined ? page : `${page} (${step})`;
}
