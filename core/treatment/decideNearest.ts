import type { ActiveRule } from '../rules/activeRule.ts';
import { RuleAction } from '../rules/rule.ts';
import type { Decision, Hit } from './decision.ts';
import { Possible } from './treatment.ts';

/** Most private first. */
const strength: Record<RuleAction, number> = {
  [RuleAction.exclude]: 3,
  [RuleAction.mask]: 2,
  [RuleAction.unmask]: 1,
  [RuleAction.unspecified]: 0,
};

const outcomeOf: Record<RuleAction, Possible> = {
  [RuleAction.exclude]: Possible.excluded,
  [RuleAction.mask]: Possible.masked,
  [RuleAction.unmask]: Possible.captured,
  /** An action nobody here knows may do anything. */
  [RuleAction.unspecified]: Possible.captured | Possible.masked | Possible.excluded,
};

/**
 * "Nearest wins, most private wins on one element, exclude is final" (fullstory.md b, rules 5-8), over sets of
 * possible outcomes so that a rule that may or may not apply leaves its element `unknown` where that matters.
 *
 * @param inherited what the parent passes down
 * @param hits rules that match this element, after their own exceptions
 * @returns the inherited decision itself when nothing on this element changes it
 */
export function decideNearest(
  inherited: Decision,
  hits: readonly Hit[],
  rules: readonly ActiveRule[],
  node: number,
): Decision {
  if (hits.length === 0 || inherited.possible === Possible.excluded) return inherited;

  const ranked = [...hits].sort((a, b) => strengthOf(b, rules) - strengthOf(a, rules));
  const certain = ranked.filter((hit) => isCertain(hit, rules));
  const doubtful = ranked.filter((hit) => !isCertain(hit, rules));

  // Without the doubtful rules: the strongest certain one, or what is inherited.
  const firm = certain[0] ? outcomeOf[actionOf(certain[0], rules)] : inherited.possible;
  // An excluded ancestor that is only possible stays possible: nothing below it can bring the element back.
  let possible = firm | (inherited.possible & Possible.excluded);
  for (const hit of doubtful) possible |= outcomeWith(hit, certain[0], rules);

  // A doubtful rule that could change nothing is not the reason for anything.
  if (!certain[0] && possible === inherited.possible) return inherited;

  const winner = certain[0] ?? doubtful[0];
  return {
    possible,
    winner: winner ? winner.rule : inherited.winner,
    losers: ranked.filter((hit) => hit !== winner).map((hit) => hit.rule),
    node,
    doubts: doubtsOf(possible, inherited, certain.length > 0, doubtful, rules),
  };
}

/** What comes out if this doubtful rule does apply, next to the strongest certain one. */
function outcomeWith(hit: Hit, strongest: Hit | undefined, rules: readonly ActiveRule[]): Possible {
  const action = actionOf(hit, rules);
  if (!strongest || action === RuleAction.unspecified) return outcomeOf[action];
  const isStronger = strengthOf(hit, rules) > strengthOf(strongest, rules);
  return outcomeOf[isStronger ? action : actionOf(strongest, rules)];
}

function doubtsOf(
  possible: Possible,
  inherited: Decision,
  decidedHere: boolean,
  doubtful: readonly Hit[],
  rules: readonly ActiveRule[],
): readonly string[] {
  if (isSingle(possible)) return [];
  const doubts = new Set<string>(decidedHere ? [] : inherited.doubts);
  for (const hit of doubtful) doubts.add(hit.doubt ?? rules[hit.rule]?.doubt ?? 'doubt.rule');
  return doubts.size > 0 ? [...doubts] : inherited.doubts;
}

function isSingle(possible: Possible): boolean {
  return (possible & (possible - 1)) === 0;
}

function isCertain(hit: Hit, rules: readonly ActiveRule[]): boolean {
  return hit.certain && rules[hit.rule]?.certain === true && actionOf(hit, rules) !== RuleAction.unspecified;
}

function actionOf(hit: Hit, rules: readonly ActiveRule[]): RuleAction {
  return rules[hit.rule]?.action ?? RuleAction.unspecified;
}

function strengthOf(hit: Hit, rules: readonly ActiveRule[]): number {
  return rules[hit.rule]?.rank ?? strength[actionOf(hit, rules)];
}
