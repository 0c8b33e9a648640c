import type { LeakCount } from '../../core/saved/pageImpact.ts';
import type { PageImpactEntry } from './savedQuestions.ts';

export interface ImpactSum {
  readonly hidden: number;
  readonly visible: number;
  readonly unknown: number;
  /** Pages on which the rule matches nothing for sure. */
  readonly nowhere: number;
  readonly closed: readonly LeakCount[];
  readonly opened: readonly LeakCount[];
  /** What becomes visible first, then what changes most. */
  readonly ordered: readonly PageImpactEntry[];
}

/** All saved pages as one. */
export function sumImpact(pages: readonly PageImpactEntry[]): ImpactSum {
  const sum = (of: (page: PageImpactEntry) => number) => pages.reduce((total, page) => total + of(page), 0);
  return {
    hidden: sum(({ impact }) => impact.hidden),
    visible: sum(({ impact }) => impact.visible),
    unknown: sum(({ impact }) => impact.unknown),
    nowhere: pages.filter(({ matched }) => matched.sure + matched.maybe === 0).length,
    closed: sumLeaks(pages.flatMap(({ impact }) => impact.closed)),
    opened: sumLeaks(pages.flatMap(({ impact }) => impact.opened)),
    ordered: [...pages].sort((a, b) => weightOf(b) - weightOf(a)),
  };
}

function weightOf({ impact, matched }: PageImpactEntry): number {
  const opened = impact.opened.reduce((total, { count }) => total + count, 0);
  return (
    opened * 1e9 +
    impact.visible * 1e6 +
    (impact.hidden + impact.unknown) * 10 +
    Math.min(9, matched.sure + matched.maybe)
  );
}

function sumLeaks(leaks: readonly LeakCount[]): readonly LeakCount[] {
  const sums = new Map<string, LeakCount>();
  for (const { kind, count } of leaks) {
    const name = kind.type === 'value' ? kind.detector : `field ${kind.class}`;
    sums.set(name, { kind, count: count + (sums.get(name)?.count ?? 0) });
  }
  return [...sums.values()].sort((a, b) => b.count - a.count);
}
