import type { ControlState } from '../../capture/treeAdapter.ts';
import type { RuleAction } from '../../rules/rule.ts';
import { Possible } from '../../treatment/treatment.ts';
import type { ElementSite } from '../profile.ts';
import type { BrokenSelector, ListedSelector } from '../ruleLists.ts';

/**
 * Masking functions that a vendor passes to its rrweb (`maskTextFn`, `maskInputFn`, `maskAttributeFn`): they are
 * called with the element, and decide by what it and its ancestors match whether the mask of the lists holds.
 */
export interface ElementMasks {
  /** The vendor passes `maskTextSelector: '*'`: every element is under the mask that `text` then lifts or not. */
  coversAll(): boolean;
  /** The page's address, at the start and whenever it changes; absent: nothing goes by it. */
  atAddress?(address: string): void;
  readonly marks: readonly MarkSource[];
  /** Selectors of these lists, and what else the vendor puts into the lists of rrweb. */
  readonly listed: readonly ListedSelector[];
  /** The lists that rules of a rule file go into. */
  readonly ruleLists: Partial<Record<RuleAction, readonly string[]>>;
  /** What an invalid selector does to the others of its list. */
  broken(list: string): BrokenSelector;
  /** @param element the one that a text is in; null directly in a shadow root, which is no element */
  text(marks: Marks, element: ElementSite | null): Verdict;
  /** Asked only for kinds of fields that the type options mask. */
  value(marks: Marks, field: FieldSite): Verdict;
  /** Asked for every attribute; absent: none is masked. */
  attribute?(name: string, marks: Marks, element: ElementSite): Verdict;
}

export interface FieldSite {
  readonly element: ElementSite;
  /** Null for what is no field: its `value` attribute goes the same way. */
  readonly control: ControlState | null;
  /** Its type was `password` before: the recorder leaves a mark on it. */
  readonly wasPassword: boolean;
}

/** `masked`, `captured`, or both where a rule may or may not apply. */
export type Verdict = Possible;

/** Whether an element is marked; 'maybe' where a rule may or may not apply, 'broken' where asking throws. */
export type Marked = boolean | 'maybe' | 'broken';

/** Asked by the list that sets the mark. */
export type Marks = (list: string) => Marked;

export interface MarkSource {
  /** The list of selectors (`ActiveRule.list`) that sets it; for a pattern a name of its own. */
  readonly list: string;
  /** What it is asked by where two marks come from one list; absent: by the list. */
  readonly as?: string;
  /**
   * What the recorder asks: `closest`, the element alone, or which of all lists with `nearest` is met first on the
   * way up. Of these the first one in the order of the table wins on one element.
   */
  readonly reach: 'closest' | 'self' | 'nearest';
  /** It is one of the lists that say what is masked at all; then what the function says to it counts beside that. */
  readonly isListed?: boolean;
  /** Class names that set it too. */
  readonly pattern?: RegExp;
}

/** Bits of `Decision.level`: three of the state by lists alone, then two for each mark, certain and maybe. */
const gateBits = 3;
const gateMask = (1 << gateBits) - 1;
const bitsPerMark = 2;
const certain = 0b01;
const maybe = 0b10;

export function levelOf(gate: Possible, marks: number): number {
  return gate | (marks << gateBits);
}

export function gateOf(level: number | undefined): Possible {
  return (level ?? Possible.captured) & gateMask;
}

export function marksOf(level: number | undefined): number {
  return (level ?? 0) >> gateBits;
}

/** @param throwing lists with an invalid selector in them, where asking throws */
export function readMarks(
  sources: readonly MarkSource[],
  marks: number,
  throwing: ReadonlySet<string>,
): Marks {
  return (list) => {
    if (throwing.has(list)) return 'broken';
    const index = sources.findIndex((source) => (source.as ?? source.list) === list);
    const bits = index < 0 ? 0 : marks >> (index * bitsPerMark);
    if (bits & certain) return true;
    return bits & maybe ? 'maybe' : false;
  };
}

/** Marks of an element, from its parent's and from what hits it. */
export function nextMarks(
  sources: readonly MarkSource[],
  above: number,
  hit: (source: MarkSource) => Marked,
): number {
  let marks = above;
  let nearest = 0;
  let own = 0;
  let isDecided = false;
  sources.forEach((source, index) => {
    const shift = index * bitsPerMark;
    const both = (certain | maybe) << shift;
    const is = hit(source);
    const bit = (is === true ? certain : maybe) << shift;
    if (source.reach === 'self') marks &= ~both;
    if (source.reach === 'nearest') {
      nearest |= both;
      if (is === false || isDecided) return;
      own |= bit;
      isDecided = is === true;
    } else if (is !== false) {
      marks |= bit;
    }
  });
  return (isDecided ? marks & ~nearest : marks) | own;
}

/** The first that applies; what only may apply stays possible beside the rest. What throws is masked. */
export function firstOf(
  steps: readonly (readonly [is: Marked, verdict: Verdict])[],
  otherwise: Verdict,
): Verdict {
  let found: Verdict = 0;
  for (const [is, verdict] of steps) {
    if (is === false) continue;
    if (is === 'broken') return found | Possible.masked;
    found |= verdict;
    if (is === true) return found;
  }
  return found | otherwise;
}

/** As `firstOf` for marks of which at most one is certain: that one, and whatever may be nearer. */
export function nearestOf(
  steps: readonly (readonly [is: Marked, verdict: Verdict])[],
  otherwise: Verdict,
): Verdict {
  const found = steps.reduce((union, [is, verdict]) => (is === false ? union : union | verdict), 0);
  return steps.some(([is]) => is === true) ? found : found | otherwise;
}
