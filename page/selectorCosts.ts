/** One call of the browser's that is longer than this is felt: performance.md, long task. */
export const maxCall = 50;
/** Everything one selector may cost in one scan. 300,000 elements with `:has()` take about 1 s. */
const maxPerSelector = 2_000;
/** Everything all costly selectors may cost together in one scan. */
const maxInAll = 20_000;
/** Ordinary selectors that are slow on one root before none is run there in one call any more: it is a deep one. */
const overrunsPerRoot = 3;

/** What selectors have cost on this page so far, as long as the page lives: what was too costly once is not run again. */
export interface SelectorCosts {
  /** Why a selector is not run any more; undefined while it is. */
  refusal(selector: string): string | undefined;
  /** @returns why it is not run from now on */
  refuse(selector: string, why: CostlyBecause): string;
  /** A call over a whole root took longer than may be: from now on it is cut. */
  noteOverrun(selector: string, root: Node): void;
  isToBeCut(selector: string, root: Node): boolean;
}

export type CostlyBecause = 'one-call' | 'in-all' | 'all-together';

/** Plain words for a report; never page content. */
const reasons: Readonly<Record<CostlyBecause, string>> = {
  'one-call': `longer than ${maxCall} ms at once`,
  'in-all': `longer than ${maxPerSelector} ms in all`,
  'all-together': `costly selectors took longer than ${maxInAll} ms together`,
};

export function createSelectorCosts(): SelectorCosts {
  const refused = new Map<string, string>();
  const slow = new Set<string>();
  const overruns = new WeakMap<Node, number>();
  return {
    refusal: (selector) => refused.get(selector),
    refuse(selector, why) {
      refused.set(selector, reasons[why]);
      return reasons[why];
    },
    noteOverrun(selector, root) {
      slow.add(selector);
      overruns.set(root, (overruns.get(root) ?? 0) + 1);
    },
    isToBeCut: (selector, root) => slow.has(selector) || (overruns.get(root) ?? 0) >= overrunsPerRoot,
  };
}

/** What one scan may still spend on costly selectors. */
export interface CostBudget {
  /** @returns why it is over, or undefined */
  spend(selector: string, milliseconds: number): CostlyBecause | undefined;
}

export function createCostBudget(): CostBudget {
  const spent = new Map<string, number>();
  let all = 0;
  return {
    spend(selector, milliseconds) {
      const own = (spent.get(selector) ?? 0) + milliseconds;
      spent.set(selector, own);
      all += milliseconds;
      if (milliseconds > maxCall) return 'one-call';
      if (own > maxPerSelector) return 'in-all';
      return all > maxInAll ? 'all-together' : undefined;
    },
  };
}
