import type { Uninspected } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import { createPathIndex } from '../capture/pathIndex.ts';
import type { Coverage } from '../findings/coverageOf.ts';
import type { Finding, LeakPlace, Verdict } from '../findings/finding.ts';
import type { OverMasked } from '../findings/overMasked.ts';
import type { HazardFinding } from '../hazards/hazard.ts';
import type { SuppressedFinding, SuppressionUse } from '../leakSettings/suppressFindings.ts';
import { matchedKinds } from './matchedKinds.ts';
import type { PageLabel, PageReport } from './pageReport.ts';

const maxPaths = 20;

/** What was found out about a page, by whichever host looked at it. */
export interface PageFindings {
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  readonly coverage: Coverage;
  readonly uninspected: readonly Uninspected[];
  readonly hazards: readonly HazardFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly suppressions: readonly SuppressionUse[];
  readonly overMasked: readonly OverMasked[];
}

/** One page that was looked at, in the words of a report: paths for nodes, plain names only, no value of the page. */
export function composePageReport(label: PageLabel, scan: CaptureScan, found: PageFindings): PageReport {
  const pathOf = createPathIndex(scan.nodes);
  const kinds = matchedKinds(scan);
  const reported = (finding: Finding): Finding => ({ ...finding, places: withPlainNames(finding.places) });
  return {
    ...label,
    loaded: true,
    verdict: found.verdict,
    leaks: found.findings.map(reported),
    suppressed: found.suppressed.map(({ finding, by }) => ({ ...reported(finding), by })),
    suppressions: found.suppressions,
    overMasked: found.overMasked.map((one) => ({ ...one, paths: one.nodes.slice(0, maxPaths).map(pathOf) })),
    uninspected: found.uninspected,
    problems: scan.problems.map(({ ruleId, kind, selector, detail }) => ({ ruleId, kind, selector, detail })),
    hazards: found.hazards.map((hazard) => ({ ...hazard, paths: hazard.nodes.map(pathOf) })),
    inForce: null,
    coverage: found.coverage,
    rules: scan.rules.map(({ id, name }, index) => ({
      ...{ id, name, matches: scan.matchCounts[index] ?? 0, kinds: kinds[index] ?? [] },
    })),
  };
}

const plainName = /^[a-z_:][a-z0-9_:.-]{0,80}$/i;

/** A page may call an attribute anything, `<p jane@example.org>` too: only plain names are reported. */
function withPlainNames([first, ...others]: Finding['places']): Finding['places'] {
  const plain = (place: LeakPlace): LeakPlace =>
    place.name === undefined || plainName.test(place.name) ? place : { ...place, name: '*' };
  return [plain(first), ...others.map(plain)];
}
