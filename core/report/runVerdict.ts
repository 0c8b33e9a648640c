import type { VerdictLevel } from '../findings/finding.ts';
import type { Translate } from '../messages/translate.ts';
import type { CheckRun } from './checkRun.ts';

export interface RunVerdict {
  readonly level: VerdictLevel;
  /** The first sentence of every report. */
  readonly sentence: string;
  /** What else is to be said with it, a sentence each. */
  readonly details: readonly string[];
}

/** The whole run in plain words, worst first. */
export function runVerdict({ totals, judgement }: CheckRun, t: Translate): RunVerdict {
  const { leaks, possibleLeaks, uninspected, unpredicted, notLoaded, pages } = totals;
  const bad = [...sentence(unpredicted, 'report.unpredicted', t), ...sentence(leaks, 'report.leaks', t)];
  const doubtful = [
    ...sentence(possibleLeaks, 'report.possibleLeaks', t),
    ...sentence(notLoaded, 'report.notLoaded', t),
    ...sentence(uninspected - notLoaded, 'report.uninspected', t),
  ];
  const isWhole = doubtful.length === 0 && pages > 0;
  const clean =
    bad.length > 0 ? [] : [t(isWhole ? 'report.clean' : pages === 0 ? 'report.noPages' : 'report.partly')];
  const [first = '', ...details] = [...clean, ...bad, ...doubtful];
  const isGreen = isWhole && judgement.exitCode === 0;
  return { level: bad.length > 0 ? 'red' : isGreen ? 'green' : 'amber', sentence: first, details };
}

/** Why the run failed, a sentence each; empty when it passed. */
export function judgementWords({ judgement }: Pick<CheckRun, 'judgement'>, t: Translate): string[] {
  return judgement.reasons.map(({ why, params }) => t(`judgement.${why}`, params));
}

/** What a build goes by: whether the run passed, with its exit code. */
export function runResult({ judgement: { exitCode } }: Pick<CheckRun, 'judgement'>, t: Translate): string {
  return t(exitCode === 0 ? 'report.passed' : 'report.failed', { code: exitCode });
}

function sentence(count: number, key: string, t: Translate): string[] {
  return count > 0 ? [t(key, { count })] : [];
}
