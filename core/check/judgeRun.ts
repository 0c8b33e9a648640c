import type { Severity } from '../findings/finding.ts';
import type { BaselineResult, Judgement, JudgementReason } from '../report/checkRun.ts';
import type { FailOn } from './checkConfig.ts';
import type { FoundOfKind, RunTally } from './createRunTally.ts';

const order: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

/**
 * What a run ends with, and every reason in words. A leak outranks what could not be looked at; it is 0 only where
 * there is no reason at all.
 *
 * @param baseline absent: the run is not compared with one
 */
export function judge(tally: RunTally, failOn: FailOn, baseline?: BaselineResult): Judgement {
  const failed = [
    ...leakReasons(tally.found, failOn),
    ...reasonIf(tally.totals.unpredicted, 'unpredicted'),
    ...(baseline ? baselineReasons(baseline, failOn) : []),
  ];
  const { notLoaded, uninspected } = tally.totals;
  const open = [
    ...reasonIf(notLoaded, 'not-loaded'),
    // A page that was not loaded counts as one thing not looked at.
    ...reasonIf(uninspected - notLoaded, 'uninspected'),
    ...(tally.totals.pages === 0 ? [{ why: 'no-pages', params: {} }] : []),
  ];
  const exitCode = failed.length > 0 ? 1 : open.length > 0 ? 3 : 0;
  return { exitCode, reasons: [...failed, ...open] };
}

function reasonIf(count: number, why: string): JudgementReason[] {
  return count > 0 ? [{ why, params: { count } }] : [];
}

function leakReasons(found: readonly FoundOfKind[], failOn: FailOn): JudgementReason[] {
  const { severity = 'low', possible = true, maxLeaks = 0, detectors = {} } = failOn;
  const counted = found.filter(
    (one) => order.indexOf(one.severity) >= order.indexOf(severity) && (possible || one.certainty === 'leak'),
  );
  const sum = (of: (one: FoundOfKind) => boolean) =>
    counted.filter(of).reduce((total, { count }) => total + count, 0);
  const others = sum(({ kind }) => !Object.hasOwn(detectors, kind));
  const ofKinds = Object.entries(detectors).flatMap(([kind, max]) => {
    const count = sum((one) => one.kind === kind);
    return count > max ? [{ why: 'leaks-of-kind', params: { count, max, kind } }] : [];
  });
  return [
    ...(others > maxLeaks ? [{ why: 'leaks', params: { count: others, max: maxLeaks } }] : []),
    ...ofKinds,
  ];
}

function baselineReasons(
  { stoppedRules, lostCoverage, lostPages }: BaselineResult,
  failOn: FailOn,
): JudgementReason[] {
  return [
    ...(failOn.stoppedRules === false ? [] : reasonIf(stoppedRules.length, 'stopped-rules')),
    ...(failOn.lostCoverage === false
      ? []
      : [...reasonIf(lostCoverage.length, 'lost-coverage'), ...reasonIf(lostPages.length, 'lost-pages')]),
  ];
}
