// The page side as the command line injects it: one script, one isolated world per page, evaluated by
// `browserHost.ts` and by the page tests. Never loaded by the extension.

import type { CaptureScan } from '../core/capture/captureScan.ts';
import { profileById } from '../core/profiles/registry.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import { createNodeIds } from '../page/nodeIds.ts';
import { runSliced } from '../page/runSliced.ts';
import { scanPage } from '../page/scanPage.ts';

export interface PageScanRequest {
  readonly profile: string;
  readonly options: unknown;
  readonly ruleSet: RuleSet;
}

/** @throws Error when the profile is not known; OptionsError for options of the wrong shape */
export async function scan(request: PageScanRequest): Promise<CaptureScan> {
  const profile = profileById(request.profile);
  if (!profile) throw new Error(`unknown profile ${request.profile}`);
  return runSliced(scanPage({ ...request, profile, document, ids: createNodeIds(), isOurs: () => false }), {
    signal: new AbortController().signal,
  });
}
