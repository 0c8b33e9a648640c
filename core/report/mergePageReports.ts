import type { Coverage } from '../findings/coverageOf.ts';
import { verdictOf } from '../findings/verdictOf.ts';
import type { SuppressionUse } from '../leakSettings/suppressFindings.ts';
import type { PageReport, ReportedLeak, ReportedRule } from './pageReport.ts';

const severities = ['low', 'medium', 'high', 'critical'];
const useStates = ['elsewhere', 'unused', 'expired', 'used'];

/**
 * Several looks at the same page as one, the worst of all: whatever leaked, was not inspected or was over-masked in any
 * of them, once. Coverage and matches are the most that one look saw. What is said of a place by its path stays true;
 * node numbers are those of the look that saw it first.
 */
export function mergePageReports(earlier: PageReport, later: PageReport): PageReport {
  const leaks = union(earlier.leaks, later.leaks, ({ id }) => id, worseLeak);
  const uninspected = union(
    earlier.uninspected,
    later.uninspected,
    ({ kind, path, origin, reason, detail }) => JSON.stringify([kind, path, origin, reason, detail]),
    keepFirst,
  );
  const { inForce, visitor, wire, pictures } = later;
  return {
    ...earlier,
    looks: (earlier.looks ?? 1) + (later.looks ?? 1),
    loaded: earlier.loaded || later.loaded,
    verdict: verdictOf(leaks, uninspected),
    leaks,
    uninspected,
    // What is accepted of a finding in every look: a place that nobody accepted makes it a leak above.
    suppressed: union(earlier.suppressed, later.suppressed, ({ id }) => id, keepFirst),
    suppressions: union(earlier.suppressions, later.suppressions, ({ id }) => id, moreUsed),
    overMasked: union(
      earlier.overMasked,
      later.overMasked,
      ({ content, rule, treatment }) => JSON.stringify([content, rule, treatment]),
      more,
    ),
    problems: union(
      earlier.problems,
      later.problems,
      ({ ruleId, kind, selector }) => JSON.stringify([ruleId, kind, selector]),
      keepFirst,
    ),
    hazards: union(earlier.hazards, later.hazards, ({ id }) => id, more),
    rules: union(earlier.rules, later.rules, ({ id }) => id, mostMatches),
    coverage: mostCovered(earlier.coverage, later.coverage),
    inForce: inForce ?? earlier.inForce,
    ...(visitor && { visitor }),
    ...(wire && { wire }),
    ...(pictures && { pictures }),
  };
}

function union<T>(
  earlier: readonly T[],
  later: readonly T[],
  keyOf: (item: T) => string,
  merge: (one: T, other: T) => T,
): T[] {
  const all = new Map(earlier.map((item) => [keyOf(item), item]));
  for (const item of later) {
    const key = keyOf(item);
    const known = all.get(key);
    all.set(key, known === undefined ? item : merge(known, item));
  }
  return [...all.values()];
}

const keepFirst = <T>(one: T): T => one;
const more = <T extends { readonly count: number }>(one: T, other: T): T =>
  other.count > one.count ? other : one;
const moreUsed = (one: SuppressionUse, other: SuppressionUse): SuppressionUse =>
  useStates.indexOf(other.state) > useStates.indexOf(one.state) ? other : one;
const mostKinds = 20;

function mostMatches(one: ReportedRule, other: ReportedRule): ReportedRule {
  const kinds = [...new Set([...(one.kinds ?? []), ...(other.kinds ?? [])])].toSorted().slice(0, mostKinds);
  return { ...(other.matches > one.matches ? other : one), ...(kinds.length > 0 && { kinds }) };
}

function worseLeak(one: ReportedLeak, other: ReportedLeak): ReportedLeak {
  const isWorse =
    (one.certainty === 'possible' && other.certainty === 'leak') ||
    (one.certainty === other.certainty &&
      severities.indexOf(other.severity) > severities.indexOf(one.severity));
  const [worse, milder] = isWorse ? [other, one] : [one, other];
  const keyOf = ({ path, channel, name, treatment }: ReportedLeak['places'][number]) =>
    JSON.stringify([path, channel, name, treatment]);
  const known = new Set(worse.places.map(keyOf));
  const others = milder.places.filter((place) => !known.has(keyOf(place)));
  return { ...worse, places: [...worse.places, ...others] as unknown as ReportedLeak['places'] };
}

function mostCovered(one: Coverage | null, other: Coverage | null): Coverage | null {
  if (!one || !other) return one ?? other;
  return Object.fromEntries(
    Object.entries(one).map(([channel, counts]) => {
      const others = other[channel as keyof Coverage];
      const most = Object.entries(counts).map(([treatment, count]) => [
        treatment,
        Math.max(count, others[treatment as keyof typeof others]),
      ]);
      return [channel, Object.fromEntries(most)];
    }),
  ) as Coverage;
}
