import { type LeakKind, type ScanSummary, seen } from './scanSummary.ts';

/** What other rules change on one saved page. Elements are counted once, by the strongest change of their content. */
export interface PageImpact {
  readonly hidden: number;
  readonly visible: number;
  /** Nobody can tell what is recorded of them with the new rules, and it is not what it was. */
  readonly unknown: number;
  readonly unchanged: number;
  readonly closed: readonly LeakCount[];
  readonly opened: readonly LeakCount[];
}

/** So many values of one kind, or fields of one class. */
export interface LeakCount {
  readonly kind: LeakKind;
  readonly count: number;
}

/** Nothing is other than before. */
export function noImpact({ elements }: ScanSummary): PageImpact {
  return { hidden: 0, visible: 0, unknown: 0, unchanged: elements, closed: [], opened: [] };
}

const changes = { none: 0, hidden: 1, unknown: 2, visible: 3 } as const;

/**
 * Two scans of the same saved page, before and after. What counts as hidden and as visible is what `compareScans` says of
 * a live page: visible is what is recorded for sure and was not, hidden what is not any more for sure.
 */
export function pageImpact(before: ScanSummary, after: ScanSummary): PageImpact {
  const found = [0, 0, 0, 0];
  for (let node = 0; node < before.first.length; node += 1) {
    // Content that only one of the scans met at all is no effect of the rules.
    if (before.first[node] === -2 || after.first[node] === -2) continue;
    const change = changeOf(node, before, after);
    found[change] = (found[change] ?? 0) + 1;
  }
  const [, hidden = 0, unknown = 0, visible = 0] = found;
  return {
    hidden,
    visible,
    unknown,
    unchanged: Math.max(0, after.elements - hidden - unknown - visible),
    closed: onlyIn(before.leaks, after.leaks),
    opened: onlyIn(after.leaks, before.leaks),
  };
}

function changeOf(node: number, before: ScanSummary, after: ScanSummary): number {
  let change: number = changes.none;
  for (const kind of kindsOf(node, before, after)) {
    const from = seenOf(node, kind, before);
    const to = seenOf(node, kind, after);
    if (from === to) continue;
    change = Math.max(
      change,
      to === seen.unknown ? changes.unknown : to > from ? changes.visible : changes.hidden,
    );
  }
  return change;
}

function kindsOf(node: number, before: ScanSummary, after: ScanSummary): readonly number[] {
  const kinds: number[] = [];
  for (const { first, next, kinds: all } of [before, after])
    for (let at = first[node] ?? -1; at >= 0; at = next[at] ?? -1) kinds.push(all[at] ?? 0);
  return kinds;
}

/** Of several records of one kind the most visible counts; none is as good as excluded. */
function seenOf(node: number, kind: number, { first, next, kinds, seen: visible }: ScanSummary): number {
  let most = 0;
  for (let at = first[node] ?? -1; at >= 0; at = next[at] ?? -1)
    if (kinds[at] === kind) most = Math.max(most, visible[at] ?? 0);
  return most;
}

type Leaks = ScanSummary['leaks'];

function onlyIn(some: Leaks, others: Leaks): readonly LeakCount[] {
  const counts = new Map<string, LeakCount>();
  for (const [key, kind] of some) {
    if (others.has(key)) continue;
    const name = kind.type === 'value' ? `value ${kind.detector}` : `field ${kind.class}`;
    counts.set(name, { kind, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
