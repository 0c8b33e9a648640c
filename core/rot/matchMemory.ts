import type { Rule, RuleContent } from '../rules/rule.ts';
import type { ElementSketch } from './elementSketch.ts';

/** When a rule last matched, page by page: what a deploy broke shows against it. */
export interface RuleMemory {
  readonly ruleId: string;
  /** What it matched by then (`matchedBy`): another selector, or another exception, is another rule. */
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

/** Longer than any selector and its exceptions that somebody wrote. */
const longestKey = 60_000;

/** What a rule matches by, as one text to compare. */
export function matchedBy({ selector, exceptions }: Pick<RuleContent, 'selector' | 'exceptions'>): string {
  return [selector, ...exceptions].join('\n').slice(0, longestKey);
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

/** Stands in a redacted address for what may be data (`redactAddress`). */
const hiddenPart = '•';

/** What is remembered of a rule that matches nothing on this page now. */
export type Rot =
  /** It matched here once: its names are gone, or the elements are. */
  | ({ readonly kind: 'gone' } & PageMemory)
  /** It matched on a page of which no more is known than that its address is like this one: another order, for one. */
  | ({ readonly kind: 'gone-alike' } & PageMemory)
  /** It never matched here, but elsewhere: it is not broken by that. */
  | ({ readonly kind: 'elsewhere' } & PageMemory);

/** @returns undefined when the rule matches, or nothing is remembered of it */
export function rotOf(
  memory: readonly RuleMemory[],
  rule: Pick<Rule, 'id' | 'selector' | 'exceptions'>,
  page: string,
  count: number,
): Rot | undefined {
  if (count > 0) return undefined;
  const known = memory.find(({ ruleId, selector }) => ruleId === rule.id && selector === matchedBy(rule));
  const here = known?.pages.find((one) => one.page === page);
  if (here) return { kind: page.includes(hiddenPart) ? 'gone-alike' : 'gone', ...here };
  const last = known?.pages[0];
  return last && { kind: 'elsewhere', ...last };
}
