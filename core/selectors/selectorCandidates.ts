import type { ElementFacts } from './elementFacts.ts';
import type { WordOnPage } from './holdsPageData.ts';
import { partStability, type SelectorPart, selectorParts, tagText } from './selectorParts.ts';

export interface SelectorCandidate {
  readonly selector: string;
  readonly stability: number;
  readonly notes: readonly string[];
  /** Positional only: worth trying even when another selector already singles the element out. */
  readonly always?: boolean;
}

export interface CandidateSource {
  readonly target: ElementFacts;
  readonly ancestors: readonly ElementFacts[];
  readonly wordOnPage: WordOnPage;
}

/** Further up, a container says nothing about the element any more. */
const maxAncestors = 12;
const partsPerAncestor = 3;
const partsOfTarget = 5;
const maxPairs = 6;
const mostShapeAnchors = 3;
const mostShapeTags = 3;

/** Each further step may break on its own. */
const stepFactor = 0.95;
/** A direct child stops matching when somebody adds a wrapper. */
const childFactor = 0.85;

/** Candidates without positions, most stable first, no selector twice. */
export function structuralCandidates(source: CandidateSource): SelectorCandidate[] {
  const own = ownParts(source);
  const candidates: SelectorCandidate[] = [...own.map(single), ...shapes(source)];
  source.ancestors.slice(0, maxAncestors).forEach((ancestor, distance) => {
    const anchors = selectorParts(ancestor, source.wordOnPage).filter(
      (part) => part.named || part.stability >= 0.4,
    );
    for (const anchor of anchors.slice(0, partsPerAncestor)) {
      if (anchor.text === 'html' || anchor.text === 'body') continue;
      for (const part of own.slice(0, partsOfTarget)) candidates.push(descend(anchor, part, ' '));
      const tag = own.find((part) => part.text === source.target.tag);
      if (tag) candidates.push(descend(anchor, tag, ' '));
      if (tag && distance === 0) candidates.push(descend(anchor, tag, ' > '));
    }
  });
  return uniqueCandidates(
    candidates.sort((a, b) => b.stability - a.stability || a.selector.length - b.selector.length),
  );
}

/** Below a container with a name: the tags that lead to the target, for lists whose items have no names. */
function shapes({ target, ancestors, wordOnPage }: CandidateSource): SelectorCandidate[] {
  const found: SelectorCandidate[] = [];
  const tags = ancestors.slice(0, mostShapeTags).map((facts) => tagText(facts, wordOnPage));
  const own = tagText(target, wordOnPage);
  let anchors = 0;
  for (const [index, ancestor] of ancestors.slice(0, maxAncestors).entries()) {
    const anchor = selectorParts(ancestor, wordOnPage).find((part) => part.named);
    if (!anchor) continue;
    for (let depth = 1; depth <= Math.min(index, tags.length); depth += 1) {
      const shape = [...tags.slice(0, depth).reverse(), own].join(' > ');
      const part = {
        text: shape,
        stability: partStability.tag * childFactor ** depth,
        notes: [],
        named: false,
      };
      found.push(descend(anchor, part, ' '));
    }
    anchors += 1;
    if (anchors === mostShapeAnchors) break;
  }
  return found;
}

/** Parts of the target, and pairs of them: two classes together match less than each. */
function ownParts(source: CandidateSource): SelectorPart[] {
  const parts = selectorParts(source.target, source.wordOnPage);
  const classes = parts.filter((part) => part.text.startsWith('.'));
  const tag = tagText(source.target, source.wordOnPage);
  const pairs: SelectorPart[] = [];
  for (const [index, first] of classes.entries()) {
    if (tag !== '*')
      pairs.push({ ...first, text: `${tag}${first.text}`, stability: first.stability * stepFactor });
    for (const second of classes.slice(index + 1)) {
      const stability = Math.min(first.stability, second.stability) * stepFactor;
      const notes = [...new Set([...first.notes, ...second.notes])];
      pairs.push({ text: first.text + second.text, stability, notes, named: first.named || second.named });
    }
  }
  return [...parts, ...pairs.slice(0, maxPairs)];
}

function single(part: SelectorPart): SelectorCandidate {
  return { selector: part.text, stability: part.stability, notes: part.notes };
}

function descend(anchor: SelectorPart, part: SelectorPart, combinator: ' ' | ' > '): SelectorCandidate {
  const weakest = Math.min(anchor.stability, part.stability);
  // A bare tag below a named container is as good as the container's name and the container's inside.
  const base = anchor.named && !part.named ? (anchor.stability + part.stability) / 2 : weakest;
  return {
    selector: `${anchor.text}${combinator}${part.text}`,
    stability: base * stepFactor * (combinator === ' > ' ? childFactor : 1),
    notes: [...new Set([...anchor.notes, ...part.notes])],
  };
}

/** No selector twice, the first one is kept. */
export function uniqueCandidates(candidates: readonly SelectorCandidate[]): SelectorCandidate[] {
  const seen = new Set<string>();
  return candidates.filter((candidate) => {
    if (candidate.selector === '*' || seen.has(candidate.selector)) return false;
    seen.add(candidate.selector);
    return true;
  });
}
