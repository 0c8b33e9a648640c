import { withoutValues } from '../findings/withoutValues.ts';
import type { PageReport } from './pageReport.ts';
import { shownAddress } from './shownAddress.ts';
import { unseenReport } from './unseenReport.ts';

/** @param reason the browser's words for why the page was not loaded */
export function notLoadedReport(page: string, reason: string, step?: string): PageReport {
  const label = step === undefined ? { page } : { page, step };
  return unseenReport(label, { kind: 'page', path: '', reason: 'not-loaded', detail: plain(reason) });
}

/** Whatever a browser, a server or a login's own code says may quote the page and its address. */
function plain(reason: string): string {
  return withoutValues(reason.replace(/https?:\/\/[^\s"'<>]{1,4000}/gi, shownAddress), []);
}
