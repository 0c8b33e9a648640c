import type { CaptureScan } from '../capture/captureScan.ts';
import type { Finding, LeakPlace } from '../findings/finding.ts';
import { kindId } from '../findings/kindId.ts';
import { splitFinding } from '../findings/splitFinding.ts';
import type { ElementMatcher } from './createElementMatcher.ts';
import type { Suppression } from './leakSettings.ts';
import { pageMatches } from './pageMatches.ts';
import { parseSimpleSelector, type SimpleSelector } from './simpleSelector.ts';

export interface SuppressionInput {
  readonly findings: readonly Finding[];
  readonly suppressions: readonly Suppression[];
  readonly url: CaptureScan['url'];
  /** `2026-11-25`, in UTC. */
  readonly today: string;
  readonly elements: ElementMatcher;
}

/** A finding, or those of its places, that suppressions accept. */
export interface SuppressedFinding {
  readonly finding: Finding;
  /** Ids of the suppressions. */
  readonly by: readonly string[];
}

export interface SuppressionUse extends Suppression {
  /** `unused`: it speaks of this page and matches nothing on it; `elsewhere`: it speaks of other pages. */
  readonly state: 'used' | 'unused' | 'elsewhere' | 'expired';
  /** Findings with a place it matches; of an expired one those it would have. */
  readonly matches: number;
}

export interface SuppressedFindings {
  /** What is left to see to: every finding, and every place, that no suppression in force matches. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly suppressions: readonly SuppressionUse[];
}

/**
 * Takes accepted findings out of the list, place by place: a finding with one place that nobody accepted stays. It
 * never touches what was not inspected.
 */
export function suppressFindings(input: SuppressionInput): SuppressedFindings {
  const { findings, suppressions, url, today, elements } = input;
  if (suppressions.length === 0) return { findings, suppressed: [], suppressions: [] };
  const active = suppressions.map((suppression) => readied(suppression, url, today));
  const matches = new Map<Readied, number>();
  const open: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const concerned = active.filter((one) => one.isHere && isOfKind(one.suppression, finding));
    const hits = finding.places.map((place) => concerned.filter((one) => isAt(one, place, elements)));
    for (const one of new Set(hits.flat())) matches.set(one, (matches.get(one) ?? 0) + 1);
    const inForce = hits.map((at) => at.filter(({ isExpired }) => !isExpired));
    const [left, taken] = splitFinding(finding, (_place, at) => (inForce[at]?.length ?? 0) > 0);
    if (left) open.push(left);
    if (taken)
      suppressed.push({ finding: taken, by: [...new Set(inForce.flat().map((one) => one.suppression.id))] });
  }
  return {
    findings: open,
    suppressed,
    suppressions: active.map((one) => useOf(one, matches.get(one) ?? 0)),
  };
}

interface Readied {
  readonly suppression: Suppression;
  readonly selector: SimpleSelector | undefined;
  readonly isHere: boolean;
  readonly isExpired: boolean;
}

function readied(suppression: Suppression, url: string, today: string): Readied {
  const { selector, page, expires } = suppression;
  return {
    suppression,
    selector: selector === undefined ? undefined : parseSimpleSelector(selector),
    isHere: page === undefined || pageMatches(page, url),
    // Days as ISO writes them compare like texts.
    isExpired: expires < today,
  };
}

function isOfKind({ detector }: Suppression, { kind }: Finding): boolean {
  if (detector === undefined) return true;
  return detector === kindId(kind);
}

function isAt({ suppression, selector }: Readied, place: LeakPlace, elements: ElementMatcher): boolean {
  if (selector === undefined) return true;
  return place.path === suppression.selector || elements.matches(place.node, selector);
}

function useOf({ suppression, isExpired, isHere }: Readied, matches: number): SuppressionUse {
  if (isExpired) return { ...suppression, state: 'expired', matches };
  if (matches > 0) return { ...suppression, state: 'used', matches };
  return { ...suppression, state: isHere ? 'unused' : 'elsewhere', matches };
}
