import type { PageReport } from './pageReport.ts';
import { unseenReport } from './unseenReport.ts';

/** @param reason the browser's words for why the page was not loaded */
export function notLoadedReport(page: string, reason: string, step?: string): PageReport {
  const label = step === undefined ? { page } : { page, step };
  return unseenReport(label, { kind: 'page', path: '', reason: 'not-loaded', detail: reason });
}
