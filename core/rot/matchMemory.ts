import type { ElementSketch } from './elementSketch.ts';

/** When a rule last matched, page by page: what a deploy broke shows against it. */
export interface RuleMemory {
  readonly ruleId: string;
  /** As it was then: another selector is another rule. */
  readonly selector: string;
  /** Last seen first. */
  readonly pages: readonly PageMemory[];
}

export interface PageMemory {
  /** Redacted address: no query, no name or number of anybody. */
  readonly page: string;
  /** RFC 3339, of the last time that it matched there. */
  readonly at: string;
  /** Elements it matched then, at least 1. */
  readonly count: number;
  /** The first of them. */
  readonly sketches: readonly ElementSketch[];
}

/** What one look at a page tells of one rule that matched there. */
export interface MatchNote extends Omit<PageMemory, 'at' | 'page'> {
  readonly ruleId: string;
  readonly selector: string;
}

export const memoryLimits = { rules: 1_000, pages: 8, sketches: 4 } as const;

/** With these notes of one page as the newest. Rules that match nothing there keep what is remembered of them. */
export function noteMatches(
  memory: readonly RuleMemory[],
  page: string,
  notes: readonly MatchNote[],
  at: string,
): readonly RuleMemory[] {
  const known = new Map(memory.map((one) => [one.ruleId, one]));
  const noted = notes.map(({ ruleId, selector, count, sketches }): RuleMemory => {
    const before = known.get(ruleId);
    const others = before?.selector === selector ? before.pages.filter((one) => one.page !== page) : [];
    const fresh = { page, at, count, sketches: sketches.slice(0, memoryLimits.sketches) };
    return { ruleId, selector, pages: [fresh, ...others].slice(0, memoryLimits.pages) };
  });
  const isNoted = new Set(noted.map(({ ruleId }) => ruleId));
  return [...noted, ...memory.filter(({ ruleId }) => !isNoted.has(ruleId))].slice(0, memoryLimits.rules);
}

/** What is remembered of a rule that matches nothing on this page now. */
export type Rot =
  /** It matched here once: its names are gone, or the elements are. */
  | ({ readonly kind: 'gone' } & PageMemory)
  /** It never matched here, but elsewhere: it is not broken by that. */
  | ({ readonly kind: 'elsewhere' } & PageMemory);

/** @returns undefined when the rule matches, or nothing is remembered of it */
export function rotOf(
  memory: readonly RuleMemory[],
  rule: { readonly id: string; readonly selector: string },
  page: string,
  count: number,
): Rot | undefined {
  if (count > 0) return undefined;
  const known = memory.find(({ ruleId, selector }) => ruleId === rule.id && selector === rule.selector);
  const here = known?.pages.find((one) => one.page === page);
  if (here) return { kind: 'gone', ...here };
  const last = known?.pages[0];
  return last && { kind: 'elsewhere', ...last };
}
