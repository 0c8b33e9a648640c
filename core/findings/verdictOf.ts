import type { Uninspected } from '../capture/captureRecord.ts';
import type { Finding, Verdict } from './finding.ts';

/** Red: something leaks. Amber: something may, or could not be looked at. Green: neither (panel.md). */
export function verdictOf(findings: readonly Finding[], uninspected: readonly Uninspected[]): Verdict {
  const leaks = findings.filter((finding) => finding.certainty === 'leak').length;
  const possibleLeaks = findings.length - leaks;
  const doubtful = possibleLeaks > 0 || uninspected.length > 0;
  return {
    level: leaks > 0 ? 'red' : doubtful ? 'amber' : 'green',
    leaks,
    possibleLeaks,
    uninspected: uninspected.length,
  };
}
