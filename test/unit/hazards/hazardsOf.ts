import type { CaptureScan } from '../../../core/capture/captureScan.ts';
import { findHazards } from '../../../core/hazards/findHazards.ts';
import { profileById } from '../../../core/profiles/registry.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';

export function scanOfMarkup(profileId: string, options: unknown, html: string): CaptureScan {
  const profile = profileById(profileId);
  if (!profile) throw new Error(`no profile ${profileId}`);
  return scanSavedPage({
    html: `<!doctype html>${html}`,
    url: 'https://shop.example/orders?for=robin',
    profile,
    options,
    ruleSet: profile.offlineRules(),
  });
}

export function hazardIds(scan: CaptureScan): string[] {
  return findHazards(scan).map(({ id }) => id);
}

/** Everything that leaves as it is, the recording and what goes beside it. */
export function sentText(scan: CaptureScan): string {
  return scan.records
    .filter(({ treatment }) => treatment === 'captured' || treatment === 'unknown')
    .map(({ output }) => output ?? '')
    .join('\n');
}
