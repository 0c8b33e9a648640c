import type { ElementFacts } from './elementFacts.ts';
import { type CandidateSource, type SelectorCandidate, uniqueCandidates } from './selectorCandidates.ts';
import { partStability, type SelectorPart, selectorParts, tagText } from './selectorParts.ts';

/**
 * How often a position survives: one that tells apart containers around something with a name, one below a named
 * container, one alone, two of them. A path of children breaks with every wrapper (`npm run bench:selectors`).
 */
const positionStability = { aroundName: 0.3, belowName: 0.2, alone: 0.15, twice: 0.12 } as const;

const mostAnchors = 3;
const mostOwnParts = 3;
/** Further up, a position tells apart whole pages. */
const mostAncestors = 12;

interface Position {
  /** Index in the ancestors, -1 for the target itself. */
  readonly at: number;
  readonly text: string;
}

/**
 * The last resort, most stable first: as few positions as possible, wherever they tell the target from what is like it,
 * and no children's path as long as something shorter does.
 */
export function positionalCandidates(source: CandidateSource): SelectorCandidate[] {
  const { target, ancestors, wordOnPage } = source;
  const own = tagText(target, wordOnPage);
  const anchors = anchorsOf(source).slice(0, mostAnchors);
  const positions: Position[] = ancestors
    .slice(0, mostAncestors)
    .flatMap((facts, at) => (facts.ofType > 1 ? [{ at, text: step(facts, source) }] : []));
  const ownStep = step(target, source);
  const isCounted = target.ofType > 1;
  const candidates = [
    ...aroundNames(source, positions),
    ...(isCounted ? columns(source, ownStep, anchors) : []),
    ...anchors.flatMap(({ part, at }) =>
      positions
        .filter((position) => position.at < at)
        .map(({ text }) => positional(`${part.text} ${text} ${own}`, positionStability.belowName)),
    ),
    ...positions.map(({ text }) => positional(`${text} ${own}`, positionStability.alone)),
    ...twoPositions(positions, isCounted ? ownStep : own, anchors),
    ...paths(source),
  ];
  return uniqueCandidates(candidates);
}

interface Anchor {
  readonly part: SelectorPart;
  readonly at: number;
}

function anchorsOf({ ancestors, wordOnPage }: CandidateSource): Anchor[] {
  return ancestors.flatMap((facts, at) => {
    const part = selectorParts(facts, wordOnPage).find((one) => one.named);
    return part ? [{ part, at }] : [];
  });
}

/** Forms that are there twice: the same name in the first and in the second of them. */
function aroundNames(source: CandidateSource, positions: readonly Position[]): SelectorCandidate[] {
  const parts = selectorParts(source.target, source.wordOnPage).filter((part) => part.named);
  return parts.slice(0, mostOwnParts).flatMap((part) =>
    // Which form it is, rather than which row of the form: outermost first.
    positions
      .toReversed()
      .map(({ text }) => positional(`${text} ${part.text}`, positionStability.aroundName)),
  );
}

/** "This position everywhere": a table's column, the last of each row. */
function columns(source: CandidateSource, ownStep: string, anchors: readonly Anchor[]): SelectorCandidate[] {
  const parent = source.ancestors[0];
  const inParent = parent ? `${tagText(parent, source.wordOnPage)} > ${ownStep}` : ownStep;
  return [
    ...anchors.map(({ part }) => positional(`${part.text} ${ownStep}`, positionStability.belowName, true)),
    ...anchors.map(({ part }) => positional(`${part.text} ${inParent}`, positionStability.belowName, true)),
    positional(ownStep, positionStability.alone, true),
  ];
}

function twoPositions(
  positions: readonly Position[],
  own: string,
  anchors: readonly Anchor[],
): SelectorCandidate[] {
  const pairs: SelectorCandidate[] = [];
  for (const [index, inner] of positions.entries()) {
    const [anchor] = anchors.filter(({ at }) => at > inner.at);
    if (anchor) pairs.push(positional(`${anchor.part.text} ${inner.text} ${own}`, positionStability.twice));
    pairs.push(positional(`${inner.text} ${own}`, positionStability.twice));
    for (const outer of positions.slice(index + 1))
      pairs.push(positional(`${outer.text} ${inner.text} ${own}`, positionStability.twice));
  }
  return pairs;
}

/** From the target upwards, each anchored at an ancestor with a name where there is one. */
function paths(source: CandidateSource): SelectorCandidate[] {
  const candidates: SelectorCandidate[] = [];
  let path = step(source.target, source);
  let isCounted = source.target.ofType > 1;
  for (const ancestor of source.ancestors) {
    const anchor = selectorParts(ancestor, source.wordOnPage).find((part) => part.named);
    if (anchor) candidates.push(pathOf(`${anchor.text} > ${path}`, isCounted));
    path = `${step(ancestor, source)} > ${path}`;
    isCounted ||= ancestor.ofType > 1;
    candidates.push(pathOf(path, isCounted));
  }
  return candidates;
}

function pathOf(selector: string, isCounted: boolean): SelectorCandidate {
  return isCounted
    ? positional(selector, partStability.position)
    : { selector, stability: partStability.utility, notes: ['structure-only'], always: false };
}

function step(facts: ElementFacts, { wordOnPage }: CandidateSource): string {
  const tag = tagText(facts, wordOnPage);
  // Without a tag, `nth-of-type` would count per type of each sibling: the class of matches stays a superset.
  return facts.ofType > 1 ? `${tag}:nth-of-type(${facts.position})` : tag;
}

function positional(selector: string, stability: number, always = false): SelectorCandidate {
  return { selector, stability, notes: ['positional'], always };
}
