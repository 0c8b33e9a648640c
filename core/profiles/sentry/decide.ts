import type { ActiveRule } from '../../rules/activeRule.ts';
import type { Decision, Hit } from '../../treatment/decision.ts';
import { Possible } from '../../treatment/treatment.ts';
import type { DecideSite, ElementSite, LateChain } from '../profile.ts';
import { isSlimmedAway } from '../rrwebFamily/slimDom.ts';
import type { SentryOptions } from './options.ts';
import { SentryList } from './rules.ts';

/** Which of mask and unmask is nearest, as bits in `Decision.level`: neither, either, or - in doubt - several. */
export const Nearest = { neither: 0b001, mask: 0b010, unmask: 0b100 } as const;

/** Everything rrweb can leave out, and any preload (@sentry/replay@11.12.0 `slimDOMExcluded`, `slimDOMOptions: 'all'`). */
const slim = {
  script: true,
  headFavicon: true,
  headMetaDescKeywords: true,
  headMetaSocial: true,
  headMetaRobots: true,
  headMetaHttpEquiv: true,
  headMetaAuthorship: true,
  headMetaVerification: true,
};

/**
 * The nearest of mask and unmask decides, counted through open shadow hosts; on one element mask wins. Blocking is
 * final, unless the very element is unblocked (`needMaskingText`, `distanceToMatch`, `_isBlockedElement`).
 */
export function createSentryDecisions(rules: readonly ActiveRule[], { maskAllText }: SentryOptions) {
  const listOf = (hit: Hit): string | undefined => rules[hit.rule]?.list;

  function root(): Pick<Decision, 'possible' | 'level' | 'doubts'> {
    return { possible: textOf(Nearest.neither), level: Nearest.neither, doubts: [] };
  }

  /** State of the text under an element, from what is nearest to it. */
  function textOf(level: number): Possible {
    let possible = 0;
    if (level & Nearest.neither) possible |= maskAllText ? Possible.masked : Possible.captured;
    if (level & Nearest.mask) possible |= Possible.masked;
    if (level & Nearest.unmask) possible |= Possible.captured;
    return possible;
  }

  function decide(inherited: Decision, { hits, node, element }: DecideSite): Decision {
    if (inherited.possible === Possible.excluded) return inherited;
    if (isLeftOut(element))
      return { ...inherited, possible: Possible.excluded, winner: -1, losers: [], node };
    return hits.length === 0 ? inherited : combine(inherited, hits, node);
  }

  function combine(inherited: Decision, hits: readonly Hit[], node: number): Decision {
    const block = blocks(hits);
    if (block === true) {
      const winner = hits.find((hit) => listOf(hit) === SentryList.block)?.rule ?? -1;
      return { ...inherited, possible: Possible.excluded, winner, losers: [], node, doubts: [] };
    }
    const mask = strength(hits, SentryList.mask);
    const unmask = strength(hits, SentryList.unmask);
    const before = inherited.level ?? Nearest.neither;
    let level = before;
    if (unmask !== false) level = unmask === true ? Nearest.unmask : level | Nearest.unmask;
    if (mask !== false) level = mask === true ? Nearest.mask : level | Nearest.mask;
    const maybe = block === 'maybe' ? Possible.excluded : 0;
    const possible = textOf(level) | maybe | (inherited.possible & Possible.excluded);
    if (level === before && possible === inherited.possible) return inherited;
    const deciding = mask !== false ? SentryList.mask : SentryList.unmask;
    const winner = hits.find((hit) => listOf(hit) === deciding)?.rule ?? inherited.winner;
    const doubts = hits.flatMap((hit) => (hit.certain ? [] : [hit.doubt ?? 'doubt.rule']));
    const losers = hits.flatMap((hit) => (hit.rule === winner ? [] : [hit.rule]));
    return { possible, level, winner, losers, node, doubts: doubts.length > 0 ? doubts : inherited.doubts };
  }

  function blocks(hits: readonly Hit[]): boolean | 'maybe' {
    const block = strength(hits, SentryList.block);
    const unblock = strength(hits, SentryList.unblock);
    if (block === false || unblock === true) return false;
    return block === true && unblock === false ? true : 'maybe';
  }

  function strength(hits: readonly Hit[], list: string): boolean | 'maybe' {
    const found = hits.filter((hit) => listOf(hit) === list);
    if (found.length === 0) return false;
    return found.some((hit) => hit.certain) ? true : 'maybe';
  }

  /** As `needMaskingText` finds it now: nearest in this tree and those of its shadow hosts. */
  function nearest(chain: LateChain): Decision {
    const end = chain.findIndex((link) => link.above === 'frame' || link.above === 'none');
    let decision: Decision = { ...root(), winner: -1, losers: [], node: chain[0]?.node ?? -1 };
    for (const link of [...chain.slice(0, end + 1)].reverse()) {
      const hits = link.hits.filter((hit) => listOf(hit) !== SentryList.block);
      if (hits.length > 0) decision = combine(decision, hits, link.node);
    }
    return decision;
  }

  /** Whether a change below is dropped: a block is nearer than any unblock, or there is no unblock. */
  function isBlockedAbove(chain: LateChain): boolean {
    for (const { hits, above } of chain) {
      if (strength(hits, SentryList.unblock) === true) return false;
      if (strength(hits, SentryList.block) === true) return true;
      if (above === 'frame' || above === 'none') return false;
    }
    return false;
  }

  return { root, textOf, decide, nearest, blocks, strength, isBlockedAbove };
}

function isLeftOut(element: ElementSite): boolean {
  const { tag } = element;
  if (tag === 'link') {
    const rel = element.attribute('rel');
    if (rel === 'preload' || rel === 'modulepreload') return true;
  }
  return (tag === 'link' || tag === 'meta' || tag === 'script') && isSlimmedAway(element, slim);
}
