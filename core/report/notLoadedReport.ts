import type { Uninspected } from '../capture/captureRecord.ts';
import { verdictOf } from '../findings/verdictOf.ts';
import type { PageReport } from './pageReport.ts';

/** @param reason the browser's words for why the page was not loaded */
export function notLoadedReport(page: string, reason: string, step?: string): PageReport {
  const uninspected: Uninspected[] = [{ kind: 'page', path: '', reason: 'not-loaded', detail: reason }];
  return {
    page,
    ...(step === undefined ? {} : { step }),
    loaded: false,
    verdict: verdictOf([], uninspected),
    leaks: [],
    suppressed: [],
    suppressions: [],
    overMasked: [],
    uninspected,
    problems: [],
    hazards: [],
    inForce: null,
    coverage: null,
    rules: [],
  };
}
