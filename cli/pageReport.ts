import type { Uninspected } from '../core/capture/captureRecord.ts';
import type { CaptureScan } from '../core/capture/captureScan.ts';
import { createPathIndex } from '../core/capture/pathIndex.ts';
import { createDetectorBudget } from '../core/detectors/detectorBudget.ts';
import { type Coverage, coverageOf } from '../core/findings/coverageOf.ts';
import type { Finding, LeakPlace, Verdict } from '../core/findings/finding.ts';
import { findLeaks } from '../core/findings/findLeaks.ts';
import { findOverMasking } from '../core/findings/findOverMasking.ts';
import type { OverMasked } from '../core/findings/overMasked.ts';
import { withSamples } from '../core/findings/standIns.ts';
import { verdictOf } from '../core/findings/verdictOf.ts';
import { findHazards } from '../core/hazards/findHazards.ts';
import type { HazardFinding } from '../core/hazards/hazard.ts';
import type { CustomDetectors } from '../core/leakSettings/createCustomDetectors.ts';
import { createElementMatcher } from '../core/leakSettings/createElementMatcher.ts';
import type { Suppression } from '../core/leakSettings/leakSettings.ts';
import { type SuppressionUse, suppressFindings } from '../core/leakSettings/suppressFindings.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import { compareInForce, type InForceDifference } from '../core/settings/compareInForce.ts';
import type { ScannedPage } from './browserHost.ts';

/** What a check says about one page. No raw value is in here, unless it was asked for. */
export interface PageReport {
  /** As given on the command line. */
  readonly page: string;
  readonly loaded: boolean;
  readonly verdict: Verdict;
  readonly leaks: readonly ReportedLeak[];
  /** Findings, or those of their places, that somebody looked at and accepts for a time. */
  readonly suppressed: readonly SuppressedLeak[];
  /** Every suppression of the rule file, and what it did on this page. */
  readonly suppressions: readonly SuppressionUse[];
  /** What is hidden though nobody needs it hidden; no part of the verdict. */
  readonly overMasked: readonly ReportedOverMasking[];
  readonly uninspected: readonly Uninspected[];
  readonly problems: readonly ReportedProblem[];
  /** What this recorder does on this page that people do not expect of it. */
  readonly hazards: readonly ReportedHazard[];
  /** The rules that the page's own recorder was given, against those in the rule file; null: not known. */
  readonly inForce: InForceDifference | null;
  /** Records by channel and treatment: what was looked at. */
  readonly coverage: Coverage | null;
  readonly rules: readonly { readonly id: string; readonly name: string; readonly matches: number }[];
}

export type ReportedLeak = Finding & { readonly values?: readonly string[] };

/** A finding that suppressions accept. */
export type SuppressedLeak = ReportedLeak & { readonly by: readonly string[] };

/** With the place of each of the first elements. */
export interface ReportedOverMasking extends OverMasked {
  readonly paths: readonly string[];
}

const maxPaths = 20;

/** With the place of each of the first elements. */
export interface ReportedHazard extends HazardFinding {
  readonly paths: readonly string[];
}

export interface ReportedProblem {
  readonly ruleId: string;
  readonly kind: string;
  readonly selector: string;
  readonly detail: string;
}

export interface ReportOptions {
  /** The rules of the rule file; absent: there is none to compare with. */
  readonly listed?: RuleSet;
  /** Put the raw values in: only when a person asked for them, locally. */
  readonly showValues: boolean;
  readonly custom?: CustomDetectors;
  readonly suppressions?: readonly Suppression[];
  /** `2026-11-25`; suppressions expire. */
  readonly today?: string;
}

/** One page that was scanned, as it is reported. */
export async function reportPage(
  page: string,
  scan: ScannedPage,
  { showValues, custom, suppressions = [], today = '', listed }: ReportOptions,
): Promise<PageReport> {
  const budget = createDetectorBudget(() => performance.now());
  const found = await findLeaks(scan, custom === undefined ? { budget } : { custom, budget });
  const elements = createElementMatcher(scan, suppressions);
  const accepted = suppressFindings({ findings: found, suppressions, url: scan.url, today, elements });
  const uninspected = [...scan.uninspected, ...budget.uninspected(), ...(custom?.uninspected() ?? [])];
  const reported = (finding: Finding): ReportedLeak => ({
    ...finding,
    places: withPlainNames(finding.places),
    ...(showValues ? { values: valuesOf(finding, scan) } : undefined),
  });
  return {
    page,
    loaded: true,
    verdict: verdictOf(accepted.findings, uninspected),
    leaks: accepted.findings.map(reported),
    suppressed: accepted.suppressed.map(({ finding, by }) => ({ ...reported(finding), by })),
    suppressions: accepted.suppressions,
    overMasked: reportedOverMasking(scan, found),
    uninspected,
    problems: scan.problems.map(({ ruleId, kind, selector, detail }) => ({ ruleId, kind, selector, detail })),
    hazards: reportedHazards(scan),
    inForce: listed && scan.recorderRules ? compareInForce(scan.recorderRules, listed) : null,
    coverage: coverageOf(scan),
    rules: scan.rules.map((rule, index) => ({
      id: rule.id,
      name: rule.name,
      matches: scan.matchCounts[index] ?? 0,
    })),
  };
}

function reportedOverMasking(scan: CaptureScan, found: readonly Finding[]): ReportedOverMasking[] {
  const pathOf = createPathIndex(scan.nodes);
  return findOverMasking(scan, found).map((one) => ({
    ...one,
    paths: one.nodes.slice(0, maxPaths).map(pathOf),
  }));
}

function reportedHazards(scan: CaptureScan): ReportedHazard[] {
  const pathOf = createPathIndex(scan.nodes);
  return findHazards(scan).map((hazard) => ({ ...hazard, paths: hazard.nodes.map(pathOf) }));
}

const plainName = /^[a-z_:][a-z0-9_:.-]{0,80}$/i;

/** A page may call an attribute anything, `<p jane@example.org>` too: only plain names are reported. */
function withPlainNames([first, ...others]: Finding['places']): Finding['places'] {
  const plain = (place: LeakPlace): LeakPlace =>
    place.name === undefined || plainName.test(place.name) ? place : { ...place, name: '*' };
  return [plain(first), ...others.map(plain)];
}

/** @param reason the browser's words for why the page was not loaded */
export function reportNotLoaded(page: string, reason: string): PageReport {
  const uninspected: Uninspected[] = [{ kind: 'page', path: '', reason: 'not-loaded', detail: reason }];
  return {
    page,
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

function valuesOf(finding: Finding, scan: CaptureScan): string[] {
  return [...new Set(finding.places.flatMap((place) => outputsAt(place, scan)))];
}

function outputsAt(place: LeakPlace, scan: CaptureScan): string[] {
  return scan.records.flatMap((record) => {
    const same = record.node === place.node && record.channel === place.channel && record.name === place.name;
    if (!same || record.output === null) return [];
    // Of a saved page the value is gone: its sample is all there is to show.
    return [scan.savedValues ? withSamples(record.output, scan.savedValues) : record.output];
  });
}
