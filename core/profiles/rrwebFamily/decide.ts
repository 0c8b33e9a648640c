import type { ActiveRule } from '../../rules/activeRule.ts';
import { RuleAction } from '../../rules/rule.ts';
import type { Decision, Hit } from '../../treatment/decision.ts';
import { Possible } from '../../treatment/treatment.ts';
import type { DecideSite, ElementSite, LateChain, LateLink } from '../profile.ts';
import type { Marks } from './elementMasks.ts';
import type { RrwebSettings } from './settings.ts';
import { isSlimmedAway } from './slimDom.ts';

export interface RrwebDecisions {
  readonly decidesAll: boolean;
  decide(inherited: Decision, at: DecideSite): Decision;
  /** As `closest` finds it: from the first link up to where its tree ends. Null: blocked. */
  closest(chain: LateChain): Decision | null;
  /** Whether the element itself is blocked; 'maybe' where a rule may or may not apply. */
  blocks(link: LateLink): boolean | 'maybe';
  /** What an attribute's mask goes by (`Decision.level`); undefined where nothing but the lists counts. */
  level(chain: LateChain): number | undefined;
  /** What goes into a shadow root or frame, where `closest` begins anew. */
  enterTree(decision: Decision): Decision;
  /** State of the document in a frame that is blocked itself, where that is recorded all the same. */
  insideBlocked(frame: Decision, root: Decision): Decision;
  /** The marks that travel in a level. */
  marks(level: number | undefined): Marks;
}

/**
 * Blocking is final; a text mask holds for everything below and nothing lifts it (rrweb-snapshot@2.2.2
 * `_isBlockedElement`, `needMaskingText`). The state of an element is that of the text in it: its values and
 * attributes go by other options.
 */
export function createRrwebDecisions(rules: readonly ActiveRule[], settings: RrwebSettings): RrwebDecisions {
  const { blockClass, maskTextClass, slim } = settings;
  const slims = Object.values(slim).some(Boolean);
  const hasPattern = blockClass instanceof RegExp || maskTextClass instanceof RegExp;

  function decide(inherited: Decision, { hits, node, element, moment }: DecideSite): Decision {
    if (inherited.possible === Possible.excluded) return inherited;
    if (slims && isSlimmedAway(element, slim)) return excluded(inherited, node);
    let decision = inherited;
    for (const hit of hits) decision = apply(decision, hit, node, element, moment === 'snapshot');
    if (!hasPattern) return decision;
    const blocks = matchesClass(element, blockClass);
    if (blocks === true) return blocked(inherited, inherited.winner, node);
    const masks = matchesClass(element, maskTextClass);
    if (masks === true) decision = masked(decision, node);
    else if (masks) decision = perhaps(decision, Possible.masked, node);
    return blocks ? perhaps(decision, Possible.excluded, node) : decision;
  }

  function apply(before: Decision, hit: Hit, node: number, element: ElementSite, isFirst: boolean): Decision {
    const rule = rules[hit.rule];
    const outcome = rule && outcomes[rule.action];
    if (outcome === undefined) return before;
    // An element with nothing in it is not asked; what is in its shadow root or frame then is not masked.
    if (outcome === Possible.masked && isFirst && !element.hasChildren()) return withLoser(before, hit, node);
    return withOutcome(before, outcome, hit, node);
  }

  function closest(chain: LateChain): Decision | null {
    const [first] = chain;
    let decision: Decision = {
      possible: Possible.captured,
      winner: -1,
      losers: [],
      node: first?.node ?? -1,
      doubts: [],
    };
    for (const link of chain) {
      if (link.element.tag === '') return decision;
      for (const hit of link.hits) {
        const action = rules[hit.rule]?.action ?? RuleAction.unspecified;
        const outcome = outcomes[action];
        if (outcome === Possible.excluded && hit.certain) return null;
        if (outcome !== undefined) decision = withOutcome(decision, outcome, hit, link.node);
      }
      if (!hasPattern) continue;
      if (matchesClass(link.element, blockClass) === true) return null;
      if (matchesClass(link.element, maskTextClass) === true) decision = masked(decision, link.node);
    }
    return decision;
  }

  function blocks(link: LateLink): boolean | 'maybe' {
    if (link.element.tag === '') return false;
    if (matchesClass(link.element, blockClass) === true) return true;
    const found = link.hits.filter((hit) => rules[hit.rule]?.action === RuleAction.exclude);
    if (found.some((hit) => hit.certain)) return true;
    return found.length > 0 ? 'maybe' : false;
  }

  return {
    decidesAll: slims || hasPattern,
    decide,
    closest,
    blocks,
    level: () => undefined,
    enterTree: (decision) => decision,
    insideBlocked: (frame, root) => ({ ...root, possible: frame.level ?? root.possible }),
    marks: () => () => false,
  };
}

/** Rules of other lists (whose typing is ignored) say nothing about text. */
const outcomes: Partial<Record<RuleAction, Possible>> = {
  [RuleAction.exclude]: Possible.excluded,
  [RuleAction.mask]: Possible.masked,
};

function withOutcome(before: Decision, outcome: number, hit: Hit, node: number): Decision {
  if (before.possible === Possible.excluded) return before;
  if (outcome === Possible.excluded && hit.certain) return blocked(before, hit.rule, node);
  const keeps = before.possible & Possible.excluded;
  const certain = outcome | keeps;
  if (certain === before.possible) return before;
  if (hit.certain)
    return { possible: certain, winner: hit.rule, losers: [], node, doubts: keeps ? before.doubts : [] };
  const doubts = [...before.doubts, hit.doubt ?? 'doubt.rule'];
  return { possible: before.possible | outcome, winner: before.winner, losers: [hit.rule], node, doubts };
}

/** `level` is what the text in it would be: some record a frame that is blocked. */
function blocked(from: Decision, winner: number, node: number): Decision {
  return { possible: Possible.excluded, level: from.possible, winner, losers: [], node, doubts: [] };
}

/** The rule hits the element and changes nothing: said of it, because people take it for masked. */
function withLoser(before: Decision, hit: Hit, node: number): Decision {
  if (!hit.certain || before.possible !== Possible.captured) return before;
  return { ...before, losers: [hit.rule], node };
}

function excluded(from: Decision, node: number): Decision {
  return { ...from, possible: Possible.excluded, losers: [], node, doubts: [] };
}

function masked(from: Decision, node: number): Decision {
  if (from.possible === Possible.masked) return from;
  return { ...from, possible: Possible.masked | (from.possible & Possible.excluded), node };
}

/** A class that a saved page does not hold may fit the pattern. */
function perhaps(from: Decision, outcome: Possible, node: number): Decision {
  if ((from.possible | outcome) === from.possible) return from;
  const doubts = [...from.doubts, 'doubt.redacted-on-saved-page'];
  return { ...from, possible: from.possible | outcome, node, doubts };
}

/** Whether one of its classes fits; a plain class is a rule and asked as one. 'maybe': one is there that was not kept. */
export function matchesClass(element: ElementSite, pattern: string | RegExp): boolean | 'maybe' {
  if (typeof pattern === 'string') return false;
  const names = element.attribute('class')?.split(/\s+/) ?? [];
  let found: boolean | 'maybe' = false;
  for (const name of names) {
    if (name === '') continue;
    pattern.lastIndex = 0;
    if (element.standsIn('class', name)) found = 'maybe';
    else if (pattern.test(name)) return true;
  }
  return found;
}
