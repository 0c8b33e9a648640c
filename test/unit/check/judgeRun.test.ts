import { describe, expect, test } from 'vitest';
import type { FailOn } from '../../../core/check/checkConfig.ts';
import { createRunTally } from '../../../core/check/createRunTally.ts';
import { judge } from '../../../core/check/judgeRun.ts';
import type { Severity } from '../../../core/findings/finding.ts';
import { verdictOf } from '../../../core/findings/verdictOf.ts';
import type { BaselineResult } from '../../../core/report/checkRun.ts';
import { notLoadedReport } from '../../../core/report/notLoadedReport.ts';
import type { PageReport, ReportedLeak } from '../../../core/report/pageReport.ts';

const leak = (detector: string, severity: Severity, certainty: 'leak' | 'possible' = 'leak'): ReportedLeak =>
  ({ kind: { type: 'value', detector }, severity, certainty }) as ReportedLeak;

function pageOf(leaks: readonly ReportedLeak[], frames = 0): PageReport {
  const uninspected = Array.from(
    { length: frames },
    () => ({ kind: 'frame', path: 'p', reason: 'frame' }) as const,
  );
  const empty = notLoadedReport('a', '');
  return { ...empty, loaded: true, leaks, uninspected, verdict: verdictOf(leaks, uninspected) };
}

function judged(pages: readonly PageReport[], failOn: FailOn = {}, baseline?: BaselineResult) {
  const tally = createRunTally();
  for (const page of pages) tally.add(page);
  const { exitCode, reasons } = judge(tally.result(), failOn, baseline);
  return [exitCode, ...reasons.map(({ why }) => why)];
}

const quiet: BaselineResult = {
  stoppedRules: [],
  newLeaks: 0,
  lostCoverage: [],
  lostPages: [],
  expired: 0,
  gone: 0,
};
const stopped = { rule: '1', name: 'a', page: 'a', kinds: [] };

describe('a run ends', () => {
  test.each<[string, readonly PageReport[], FailOn, readonly unknown[]]>([
    ['with 0 where everything was looked at and nothing found', [pageOf([])], {}, [0]],
    ['with 3 where there was no page', [], {}, [3, 'no-pages']],
    ['with 3 for a page that did not load', [pageOf([]), notLoadedReport('b', 'x')], {}, [3, 'not-loaded']],
    ['with 3 for a frame', [pageOf([], 1)], {}, [3, 'uninspected']],
    ['with 1 for a leak', [pageOf([leak('email', 'low')])], {}, [1, 'leaks']],
    ['with 1 for a possible leak', [pageOf([leak('email', 'low', 'possible')])], {}, [1, 'leaks']],
    [
      'with 0 for one where they do not count',
      [pageOf([leak('email', 'low', 'possible')])],
      { possible: false },
      [0],
    ],
    ['with 0 for one that is weaker', [pageOf([leak('email', 'medium')])], { severity: 'high' }, [0]],
    [
      'with 1 for one that is as strong',
      [pageOf([leak('email', 'high')])],
      { severity: 'high' },
      [1, 'leaks'],
    ],
    ['with 0 for as many as are accepted', [pageOf([leak('email', 'high')])], { maxLeaks: 1 }, [0]],
    [
      'with 1 for one of a kind that is not',
      [pageOf([leak('iban', 'high')])],
      { maxLeaks: 9, detectors: { iban: 0 } },
      [1, 'leaks-of-kind'],
    ],
    [
      'with 0 for a kind that has its own number',
      [pageOf([leak('iban', 'high')])],
      { detectors: { iban: 1 } },
      [0],
    ],
    [
      'with 1 where a leak outranks a frame, and says both',
      [pageOf([leak('iban', 'high')], 1)],
      {},
      [1, 'leaks', 'uninspected'],
    ],
    [
      'with 3, however many leaks are accepted, for a frame',
      [pageOf([leak('iban', 'high')], 1)],
      { maxLeaks: 9 },
      [3, 'uninspected'],
    ],
  ])('%s', (_what, pages, failOn, ending) => {
    expect(judged(pages, failOn)).toEqual(ending);
  });

  test('with 1 for a value that was sent though it was not predicted, whatever is accepted', () => {
    const wire = { messages: 1, bytes: 1, notInspected: [], arrivals: [{ isUnpredicted: true }] };
    const page = { ...pageOf([]), wire } as unknown as PageReport;
    expect(judged([page], { maxLeaks: 99, severity: 'critical' })).toEqual([1, 'unpredicted']);
  });

  test('with 1 for what the baseline had and is gone, unless that does not count', () => {
    const lost = { ...quiet, stoppedRules: [stopped], lostPages: ['b'] };
    expect(judged([pageOf([])], {}, quiet)).toEqual([0]);
    expect(judged([pageOf([])], {}, lost)).toEqual([1, 'stopped-rules', 'lost-pages']);
    expect(judged([pageOf([])], { stoppedRules: false, lostCoverage: false }, lost)).toEqual([0]);
  });
});
