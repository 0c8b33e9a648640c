import { composePageReport } from '../../core/report/composePageReport.ts';
import { pageName } from '../../core/report/pageName.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import type { PanelState } from '../state/createPanelState.ts';

/** What the panel knows of the page at hand, as a report; null while it was not read. Reads no signal. */
export function presentReport({
  leaks,
  fill,
  wire,
}: Pick<PanelState, 'leaks' | 'fill' | 'wire'>): PageReport | null {
  const report = leaks.report.peek();
  const scan = leaks.reportedScan.peek();
  if (!report || !scan) return null;
  const visitor = fill.report.peek();
  const sent = wire.report.peek();
  return {
    ...composePageReport({ page: pageName(scan.url) }, scan, report),
    ...(visitor && { visitor }),
    ...(sent && { wire: sent }),
  };
}
