import type { ElementFacts } from './elementFacts.ts';
import type { WordOnPage } from './holdsPageData.ts';
import { positionalCandidates } from './positionalCandidates.ts';
import type { RankedSelector } from './rankedSelector.ts';
import { type SelectorCandidate, structuralCandidates } from './selectorCandidates.ts';

export interface SuggestionRequest {
  readonly target: ElementFacts;
  /** Id of the target among the ids that `evaluate` returns. */
  readonly targetId: number;
  /** Nearest first, up to the root of the target's own tree (a document or a shadow root), never beyond. */
  readonly ancestors: readonly ElementFacts[];
  /**
   * Runs a selector on this page; null when it was not run (invalid, no time left). The last resort deserves time
   * of its own, and the final one, the whole path, is run in any case: without it the element may be left with no
   * selector that is for it alone.
   */
  readonly evaluate: (selector: string, isLastResort: boolean, isFinal?: boolean) => SelectorMatches | null;
  readonly wordOnPage: WordOnPage;
}

export interface SelectorMatches {
  readonly count: number;
  /**
   * Ids of the matches: all of them, or of a large set at least `maxNodes`, chosen in the same way each time. The
   * target's is among them whenever it is matched.
   */
  readonly nodes: readonly number[];
}

/** Evaluations per request: on a page of 67,000 elements one costs 0.1-0.2 ms (docs/benchmarks.md). */
const maxEvaluations = 200;

/** Positions that are tried after that. */
const maxPositions = 100;

/** Sets that the slider can tell apart by eye. */
const maxSuggestions = 8;
const enoughSuggestions = 3;

/** More matches than this are rarely what somebody means by "things like this". */
const broadCount = 100;

/** Matched nodes that travel with a suggestion. */
export const maxNodes = 500;

/**
 * Selectors for one element, from "only this one" to "everything like it": at most one per set of matched
 * elements, the most stable, then the shortest. Each was evaluated and hits the target. Positions
 * (`nth-of-type`) are used only where nothing else singles the element out or fewer than three sets differ.
 *
 * @returns narrow to broad; empty only when not even a position hits the target
 */
export function suggestSelectors(request: SuggestionRequest): RankedSelector[] {
  const groups: Groups = new Map();
  const budget = { left: maxEvaluations };
  for (const candidate of structuralCandidates(request)) collect(candidate, request, groups, budget);

  budget.left = Math.max(0, budget.left) + maxPositions;
  tryPositions(request, groups, budget);
  return pick([...groups.values()]).map((group) => toRanked(group, request.targetId));
}

function tryPositions(request: SuggestionRequest, groups: Groups, budget: { left: number }): void {
  const isSingle = () => [...groups.values()].some((group) => group.count === 1);
  const candidates = positionalCandidates(request);
  for (const candidate of candidates) {
    if (isSingle() && groups.size >= enoughSuggestions) break;
    if (!candidate.always && isSingle()) continue;
    collect(candidate, request, groups, budget);
  }
  const path = candidates.at(-1);
  if (path && !isSingle()) collect(path, request, groups, { left: 1, isFinal: true });
}

interface Group extends SelectorMatches {
  readonly candidate: SelectorCandidate;
}

type Groups = Map<string, Group>;

function collect(
  candidate: SelectorCandidate,
  request: SuggestionRequest,
  groups: Groups,
  budget: { left: number; readonly isFinal?: boolean },
): void {
  if (budget.left <= 0) return;
  budget.left -= 1;
  const isLastResort = candidate.always !== undefined;
  const matches = request.evaluate(candidate.selector, isLastResort, budget.isFinal);
  if (!matches?.nodes.includes(request.targetId)) return;
  const key = setKey(matches);
  const known = groups.get(key);
  if (!known || isBetter(candidate, known.candidate)) groups.set(key, { candidate, ...matches });
}

/** Two selectors with this key in common match the same elements: count and two independent 32-bit hashes. */
function setKey({ count, nodes }: SelectorMatches): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (const node of nodes) {
    a = Math.imul(a ^ node, 0x01000193);
    b = Math.imul(b + node, 0x85ebca6b) ^ (b >>> 13);
  }
  return `${count}:${a}:${b}`;
}

function isBetter(a: SelectorCandidate, b: SelectorCandidate): boolean {
  if (Math.abs(a.stability - b.stability) > 1e-9) return a.stability > b.stability;
  return a.selector.length < b.selector.length;
}

/** Narrow to broad. Always keeps the narrowest and the broadest; between them the most stable. */
function pick(groups: Group[]): Group[] {
  const ordered = groups.sort((a, b) => a.count - b.count || (isBetter(a.candidate, b.candidate) ? -1 : 1));
  if (ordered.length <= maxSuggestions) return ordered;
  const ends = new Set([ordered[0], ordered[ordered.length - 1]]);
  const between = ordered
    .filter((group) => !ends.has(group))
    .sort((a, b) => (isBetter(a.candidate, b.candidate) ? -1 : 1))
    .slice(0, maxSuggestions - ends.size);
  const kept = new Set([...ends, ...between]);
  return ordered.filter((group) => kept.has(group));
}

function toRanked(group: Group, targetId: number): RankedSelector {
  const { candidate, count, nodes } = group;
  const others = nodes.filter((node) => node !== targetId).slice(0, maxNodes - 1);
  return {
    selector: candidate.selector,
    count,
    nodes: [targetId, ...others],
    stability: Math.round(candidate.stability * 100) / 100,
    notes: count > broadCount ? [...candidate.notes, 'broad'] : candidate.notes,
  };
}
