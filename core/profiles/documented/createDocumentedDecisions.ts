import type { ActiveRule } from '../../rules/activeRule.ts';
import { RuleAction } from '../../rules/rule.ts';
import { decideNearest } from '../../treatment/decideNearest.ts';
import type { Decision, Hit } from '../../treatment/decision.ts';
import { Possible } from '../../treatment/treatment.ts';
import type { DecideSite, LateChain } from '../profile.ts';
import { createLateNearest } from './createLateNearest.ts';
import { everything } from './everything.ts';

export interface DocumentedDecisionOptions {
  readonly rules: readonly ActiveRule[];
  readonly root: Pick<Decision, 'possible' | 'doubts'>;
  /**
   * When a rule on an element and a rule on something around it disagree. `nearest`: the inner one decides.
   * `ordered`: the recorder keeps one ordered list, so an outer rule of a higher rank may decide as well.
   * `contested`: nothing is said about it, so both stay possible.
   */
  readonly nesting: 'nearest' | 'ordered' | 'contested';
  /** Whether what comes or changes after the first look is said to be masked like the rest. */
  readonly lateChanges: 'as-before' | 'unknown';
}

/**
 * How a recorder decides of which only the documentation is known. On one element the rule of the highest rank
 * decides; what is excluded does not come back; everything that is not written down leaves more than one treatment.
 */
export function createDocumentedDecisions(options: DocumentedDecisionOptions) {
  const { rules, nesting, lateChanges } = options;

  function root(node: number): Decision {
    return { ...options.root, winner: -1, losers: [], node };
  }

  function decide(inherited: Decision, site: DecideSite): Decision {
    const now = combine(inherited, site.isInFrame ? site.hits.map(inFrame) : site.hits, site.node);
    return site.moment === 'mutation' ? afterFirstLook(now) : now;
  }

  function combine(inherited: Decision, hits: readonly Hit[], node: number): Decision {
    const own = decideNearest(inherited, hits, rules, node);
    if (own.possible === Possible.excluded) return own;
    const above = inherited.level ?? 0;
    const doubtful = doubtfulRank(hits);
    if (own === inherited) return doubtful > above ? { ...own, level: doubtful } : own;
    const rank = rules[own.winner]?.rank ?? 0;
    const outer = isOutranked(above, rank) ? inherited.possible : 0;
    const possible = own.possible | outer | tied(own);
    const doubts = possible === own.possible ? own.doubts : withDoubt(own.doubts, 'doubt.rule-order');
    return { ...own, possible, doubts, level: Math.max(above, rank, doubtful) };
  }

  /** A rule that only may apply here may outrank another one further in all the same. */
  function doubtfulRank(hits: readonly Hit[]): number {
    let highest = 0;
    for (const { rule, certain } of hits) {
      const isSure = certain && rules[rule]?.certain === true;
      if (!isSure) highest = Math.max(highest, rules[rule]?.rank ?? 0);
    }
    return highest;
  }

  /** Whether a rule that decided further up may decide here too; `above`: the highest rank of those, 0 for none. */
  function isOutranked(above: number, rank: number): boolean {
    if (nesting === 'nearest' || above === 0) return false;
    return nesting === 'contested' || above > rank;
  }

  /** What rules of the same rank would make of the element that say another thing than the winner. */
  function tied(own: Decision): Possible {
    const winner = rules[own.winner];
    if (nesting !== 'contested' || !winner) return 0;
    const others = own.losers.flatMap((index) => rules[index] ?? []);
    return others
      .filter((rule) => rule.rank === winner.rank && rule.action !== winner.action)
      .reduce((possible, { action }) => possible | outcomeOf[action], 0);
  }

  function afterFirstLook(decision: Decision): Decision {
    if (lateChanges === 'as-before' || (decision.possible & Possible.captured) !== 0) return decision;
    const doubts = withDoubt(decision.doubts, 'doubt.late-change');
    return { ...decision, possible: decision.possible | Possible.captured, doubts };
  }

  const now = createLateNearest({
    root,
    inner: (owner, { node, above }) => inside(owner, node, above === 'frame' ? 'frame' : 'shadow'),
    decide: (inherited, { hits, node }) =>
      combine(inherited, inherited.doubts.includes(doubts.frame) ? hits.map(inFrame) : hits, node),
  });

  return {
    decide,
    /** A node, text or attribute that came or changed. */
    late: (chain: LateChain): Decision => afterFirstLook(now(chain)),
    /** A typed value: masking what people type is the one thing every recorder speaks of. */
    lateValue: now,
    inside,
  };
}

const outcomeOf: Record<RuleAction, Possible> = {
  [RuleAction.exclude]: Possible.excluded,
  [RuleAction.mask]: Possible.masked,
  [RuleAction.unmask]: Possible.captured,
  [RuleAction.unspecified]: everything,
};

function withDoubt(doubts: readonly string[], doubt: string): readonly string[] {
  return doubts.includes(doubt) ? doubts : [...doubts, doubt];
}

const inFrame = (hit: Hit): Hit => ({ ...hit, certain: false, doubt: hit.doubt ?? doubts.frame });

const doubts = {
  shadow: 'doubt.shadow-rule',
  frame: 'doubt.frame-inheritance',
  template: 'doubt.template',
} as const;

/** State of what is inside a border of which nothing is written down; an excluded element leaves no place for it. */
function inside(owner: Decision, node: number, border: keyof typeof doubts): Decision {
  if (owner.possible === Possible.excluded) return owner;
  return { possible: everything, winner: -1, losers: [], node, doubts: [doubts[border]] };
}
