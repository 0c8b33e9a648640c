import type { Profile } from '../../core/profiles/profile.ts';
import type { PageReport } from '../pageReport.ts';

/** Version of the JSON that `scrim check` prints; raised when a field changes its meaning. */
const formatVersion = 1;

export type ReportedProfile = Pick<Profile, 'id' | 'evidence'>;

export function jsonReport({ id: profile, evidence }: ReportedProfile, pages: readonly PageReport[]): string {
  const summary = {
    pages: pages.length,
    notLoaded: pages.filter((page) => !page.loaded).length,
    leaks: sum(pages, (page) => page.verdict.leaks),
    possibleLeaks: sum(pages, (page) => page.verdict.possibleLeaks),
    uninspected: sum(pages, (page) => page.verdict.uninspected),
  };
  return `${JSON.stringify({ scrim: formatVersion, profile, evidence, pages, summary }, null, 2)}\n`;
}

function sum(pages: readonly PageReport[], of: (page: PageReport) => number): number {
  return pages.reduce((total, page) => total + of(page), 0);
}
