import { RuleAction } from '../../rules/rule.ts';
import type { Decision, Hit } from '../../treatment/decision.ts';
import { Possible } from '../../treatment/treatment.ts';
import type { DecideSite, ElementSite, LateChain } from '../profile.ts';
import type { RulesInForce } from '../ruleLists.ts';
import { createRrwebDecisions, matchesClass, type RrwebDecisions } from './decide.ts';
import {
  type ElementMasks,
  gateOf,
  levelOf,
  type Marked,
  type MarkSource,
  marksOf,
  nextMarks,
  readMarks,
} from './elementMasks.ts';
import type { RrwebSettings } from './settings.ts';

/**
 * rrweb's own decisions, and on top of them what the vendor's masking functions make of an element. `possible` is
 * the state of the text in it; what fields and attributes need to know travels in `level`.
 */
export function createMarkedDecisions(
  { rules, lost }: RulesInForce,
  settings: RrwebSettings,
  masks: ElementMasks,
): RrwebDecisions {
  const { marks: sources } = masks;
  const throwing = new Set([...lost].filter((list) => masks.broken(list) === 'masks-everything'));
  const marking = new Map(sources.map((source) => [source.list, source]));
  const markOf = rules.map(({ list }) => (list === undefined ? undefined : marking.get(list)));
  const plain = createRrwebDecisions(
    rules.map((rule, i) =>
      markOf[i] && !markOf[i].isListed ? { ...rule, action: RuleAction.unspecified } : rule,
    ),
    settings,
  );

  function decide(inherited: Decision, at: DecideSite): Decision {
    if (inherited.possible === Possible.excluded) return inherited;
    const listed = plain.decide({ ...inherited, possible: gateOf(inherited.level) }, at);
    if (listed.possible === Possible.excluded)
      return { ...listed, level: levelOf(gateIn(listed.level ?? Possible.captured), 0) };
    const marks = marksFrom(marksOf(inherited.level), at.element, at.hits);
    const gate = gateIn(listed.possible);
    const level = levelOf(gate, marks);
    const possible = textState(gate, marks, at.element);
    if (level === inherited.level && possible === inherited.possible) return inherited;
    return explained({ ...listed, level, possible }, inherited, at);
  }

  function marksFrom(above: number, element: ElementSite, hits: readonly Hit[]): number {
    return nextMarks(sources, above, (source) => hitBy(source, element, hits));
  }

  function hitBy({ list, pattern }: MarkSource, element: ElementSite, hits: readonly Hit[]): Marked {
    let found: Marked = pattern ? matchesClass(element, pattern) : false;
    if (found === true) return true;
    for (const hit of hits) {
      if (rules[hit.rule]?.list !== list) continue;
      if (hit.certain) return true;
      found = 'maybe';
    }
    return found;
  }

  /** The mask of everything is a selector: it reaches elements, not the top of a shadow root. */
  function gateIn(listed: Possible): Possible {
    return masks.coversAll() ? Possible.masked | (listed & Possible.excluded) : listed;
  }

  function textState(gate: Possible, marks: number, element: ElementSite | null): Possible {
    if (!(gate & Possible.masked)) return gate;
    return (gate & ~Possible.masked) | masks.text(readMarks(sources, marks, throwing), element);
  }

  /** Names the rule that made a difference; one that made none is among the losers. */
  function explained(decision: Decision, inherited: Decision, { hits, node }: DecideSite): Decision {
    const own = hits.filter((hit) => markOf[hit.rule]);
    const [first] = own;
    if (!first) return decision;
    const doubts = own.flatMap((hit) => (hit.certain ? [] : [hit.doubt ?? 'doubt.rule']));
    const named = doubts.length > 0 ? { ...decision, node, doubts } : { ...decision, node };
    const losers = own.map((hit) => hit.rule);
    if (decision.possible === inherited.possible) return { ...named, losers };
    return { ...named, winner: first.rule, losers: losers.slice(1) };
  }

  function closest(chain: LateChain): Decision | null {
    const listed = plain.closest(chain);
    const [self] = chain;
    if (!listed || !self) return listed;
    const isRoot = self.element.tag === '';
    const gate = isRoot ? listed.possible : gateIn(listed.possible);
    const marks = marksIn(chain);
    return {
      ...listed,
      level: levelOf(gate, marks),
      possible: textState(gate, marks, isRoot ? null : self.element),
    };
  }

  function marksIn(chain: LateChain): number {
    const end = chain.findIndex((link) => link.element.tag === '');
    const tree = end < 0 ? chain : chain.slice(0, end);
    return tree.reduceRight((above, link) => marksFrom(above, link.element, link.hits), 0);
  }

  function enterTree(decision: Decision): Decision {
    if (decision.possible === Possible.excluded) return decision;
    const gate = gateOf(decision.level);
    return { ...decision, level: levelOf(gate, 0), possible: textState(gate, 0, null) };
  }

  return {
    decidesAll: true,
    decide,
    closest,
    blocks: plain.blocks,
    level: (chain) => levelOf(Possible.captured, marksIn(chain)),
    enterTree,
    insideBlocked: (frame, root) => enterTree({ ...root, level: frame.level ?? Possible.captured }),
    marks: (level) => readMarks(sources, marksOf(level), throwing),
  };
}
