import type { Uninspected } from '../capture/captureRecord.ts';
import { verdictOf } from '../findings/verdictOf.ts';
import type { PageLabel, PageReport } from './pageReport.ts';

/**
 * A page that nobody looked at: it is reported all the same.
 *
 * @param why at least one reason
 */
export function unseenReport(label: PageLabel, ...why: readonly [Uninspected, ...Uninspected[]]): PageReport {
  return {
    ...label,
    loaded: false,
    verdict: verdictOf([], why),
    leaks: [],
    suppressed: [],
    suppressions: [],
    overMasked: [],
    uninspected: why,
    problems: [],
    hazards: [],
    inForce: null,
    coverage: null,
    rules: [],
  };
}
