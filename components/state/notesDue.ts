import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { firstHits } from '../../core/capture/firstHits.ts';
import { matchedBy, memoryLimits, type RuleMemory } from '../../core/rot/matchMemory.ts';

/** What is to be remembered of a rule, and the first elements it hit. */
export interface NoteDue {
  readonly ruleId: string;
  readonly selector: string;
  readonly count: number;
  readonly nodes: readonly number[];
}

/** Within this time the same count needs no new note. */
const dayMilliseconds = 86_400_000;

/** More in one look is a page that takes its script's time; the rest is noted at the next. */
const mostNotes = 100;

/**
 * Rules of the org that match here and are not remembered so: never here, with another count, or not within a day.
 *
 * @param now milliseconds since 1970
 */
export function notesDue(
  scan: CaptureScan,
  memory: readonly RuleMemory[],
  address: string,
  now: number,
): readonly NoteDue[] {
  const known = new Map(memory.map((one) => [one.ruleId, one]));
  const due = scan.rules.flatMap((rule, index) => {
    const count = scan.matchCounts[index] ?? 0;
    if (rule.origin !== 'custom' || count === 0) return [];
    const before = known.get(rule.id);
    const here = before?.selector === matchedBy(rule) && before.pages.find(({ page }) => page === address);
    if (here && here.count === count && now - Date.parse(here.at) < dayMilliseconds) return [];
    return [{ index, ruleId: rule.id, selector: matchedBy(rule), count }];
  });
  const nodes = firstHits(scan, new Set(due.map(({ index }) => index)), memoryLimits.sketches);
  return due.slice(0, mostNotes).map(({ index, ...rest }) => ({ ...rest, nodes: nodes.get(index) ?? [] }));
}
