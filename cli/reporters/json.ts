import type { CustomDetectors } from '../../core/leakSettings/createCustomDetectors.ts';
import type { LeakSettingsProblem } from '../../core/leakSettings/leakSettings.ts';
import type { SuppressionUse } from '../../core/leakSettings/suppressFindings.ts';
import type { DescribedMeasurement } from '../../core/profiles/documented/describeMeasurement.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import { suppressionSummary } from '../suppressionSummary.ts';
import { measuredJson } from './measured.ts';

/** Version of the JSON that `scrim check` prints; raised when a field changes its meaning. */
const formatVersion = 1;

export type ReportedProfile = Pick<Profile, 'id' | 'evidence'>;

export interface ReportedSettings {
  readonly custom: Pick<CustomDetectors, 'detectors' | 'ownOf'>;
  readonly problems: readonly LeakSettingsProblem[];
  /** What was measured of a recorder that nobody outside can run. Absent: nothing. */
  readonly measured?: DescribedMeasurement | undefined;
}

export function jsonReport(
  { id: profile, evidence }: ReportedProfile,
  pages: readonly PageReport[],
  settings?: ReportedSettings,
): string {
  const suppressions = suppressionSummary(pages);
  const inState = (state: SuppressionUse['state']) =>
    suppressions.filter((use) => use.state === state).length;
  const summary = {
    pages: pages.length,
    notLoaded: pages.filter((page) => !page.loaded).length,
    leaks: sum(pages, (page) => page.verdict.leaks),
    possibleLeaks: sum(pages, (page) => page.verdict.possibleLeaks),
    uninspected: sum(pages, (page) => page.verdict.uninspected),
    suppressed: sum(pages, (page) => page.suppressed.length),
    suppressions: { used: inState('used'), expired: inState('expired'), unused: inState('unused') },
    overMasked: sum(pages, (page) => page.overMasked.reduce((total, { count }) => total + count, 0)),
  };
  const detectors = (settings?.custom.detectors ?? []).map(({ id }) => ({
    id,
    ...settings?.custom.ownOf(id),
  }));
  const settingsProblems = settings?.problems ?? [];
  const head = { scrim: formatVersion, profile, evidence, ...measuredJson(settings?.measured) };
  return `${JSON.stringify({ ...head, pages, detectors, suppressions, settingsProblems, summary }, null, 2)}\n`;
}

function sum(pages: readonly PageReport[], of: (page: PageReport) => number): number {
  return pages.reduce((total, page) => total + of(page), 0);
}
