import type { ActiveRule, RuleProblem } from '../../rules/activeRule.ts';
import { RuleAction, type RuleSet } from '../../rules/rule.ts';
import type { Decision, Hit } from '../../treatment/decision.ts';
import { Possible } from '../../treatment/treatment.ts';
import type { DecideSite, LateChain, SelectorSyntax } from '../profile.ts';
import { builtInRule, listRules, rulesInForce } from '../ruleLists.ts';
import type { OpenreplayOptions } from './options.ts';

/**
 * `Decision.level`: how much is explicitly hidden, whether an unmask mark is around, and how far below a hidden
 * element something is: its children keep their entry in the recorder, what is deeper loses it
 * (@openreplay/tracker@19.0.1 `_commitNode`, `unbindTree`).
 */
export const Sanitize = {
  plain: 0,
  obscured: 1,
  hidden: 2,
  unmaskedRegion: 4,
  belowHidden: 8,
  unbound: 16,
} as const;
const explicitBits = 3;

/** Elements that never leave anything in the recording (@openreplay/tracker@19.0.1 `isIgnored`). */
const ignored = new Set(['script', 'noscript', 'meta', 'title', 'base']);

const marks = [
  ...['hidden', 'htmlmasked'].map((name) =>
    builtInRule(`[data-openreplay-${name}]`, RuleAction.exclude, name),
  ),
  ...['obscured', 'masked'].map((name) => builtInRule(`[data-openreplay-${name}]`, RuleAction.mask, name)),
  builtInRule('[data-openreplay-unmask]', RuleAction.unmask, 'unmask'),
];

/** It takes marks in the page and a function; what a rule set hides is told to it as that function. */
export function openreplayRules(
  options: OpenreplayOptions,
  ruleSet: RuleSet,
  syntax: SelectorSyntax,
): { readonly rules: readonly ActiveRule[]; readonly problems: readonly RuleProblem[] } {
  const given = listRules(ruleSet, { exclude: ['domSanitizer'], mask: ['domSanitizer'] }, 'as-not');
  const force = rulesInForce(marks, given.listed, syntax, 'drops-one');
  return { rules: force.rules, problems: [...options.notSimulated, ...given.problems, ...force.problems] };
}

export function createOpenreplayDecisions(rules: readonly ActiveRule[], options: OpenreplayOptions) {
  const { privateMode, hasSanitizer } = options;

  function stateOf(level: number): Possible {
    const explicit = level & explicitBits;
    if (explicit === Sanitize.hidden) return Possible.excluded;
    const isObscured = explicit === Sanitize.obscured || (privateMode && !(level & Sanitize.unmaskedRegion));
    const state = isObscured ? Possible.masked : Possible.captured;
    return hasSanitizer ? state | Possible.masked | Possible.excluded : state;
  }

  function root(): Pick<Decision, 'possible' | 'level' | 'doubts'> {
    const doubts = hasSanitizer ? ['doubt.openreplay-function'] : [];
    return { possible: stateOf(Sanitize.plain), level: Sanitize.plain, doubts };
  }

  function decide(inherited: Decision, { hits, node, element, stored }: DecideSite): Decision {
    if (inherited.possible === Possible.excluded) return below(inherited);
    if (isIgnored(element.tag, element.attribute)) {
      const level = Sanitize.unbound;
      return { ...inherited, possible: Possible.excluded, level, winner: -1, losers: [], node, doubts: [] };
    }
    return withHits(inherited, hits, node, stored?.level ?? Sanitize.plain);
  }

  function below(hidden: Decision): Decision {
    const level = hidden.level ?? Sanitize.plain;
    if (level & Sanitize.unbound) return hidden;
    return {
      ...hidden,
      level: level | (level & Sanitize.belowHidden ? Sanitize.unbound : Sanitize.belowHidden),
    };
  }

  function withHits(inherited: Decision, hits: readonly Hit[], node: number, before: number): Decision {
    const from = inherited.level ?? Sanitize.plain;
    let explicit = Math.max(from & explicitBits, before & explicitBits);
    let region = from & Sanitize.unmaskedRegion;
    let winner = inherited.winner;
    for (const { rule, certain } of hits) {
      const action = rules[rule]?.action;
      // Where it cannot be told whether a rule applies, what it hides is not counted on.
      if (!certain && action !== RuleAction.unmask) continue;
      const own = action === RuleAction.exclude ? Sanitize.hidden : Sanitize.obscured;
      if (action === RuleAction.unmask) region = Sanitize.unmaskedRegion;
      else if (own > explicit) {
        explicit = own;
        winner = rule;
      }
    }
    const level = explicit | region;
    if (level === from) return inherited;
    const { doubts } = inherited;
    return { possible: stateOf(level), level, winner, losers: [], node, doubts };
  }

  /** Every commit goes up to the root and raises levels; it never lowers one. */
  function levelNow(chain: LateChain): Decision {
    const end = chain.findIndex((link) => link.above !== 'parent');
    let decision: Decision = { ...root(), winner: -1, losers: [], node: chain[0]?.node ?? -1 };
    for (const link of [...chain.slice(0, end + 1)].reverse()) {
      const level = link.stored?.level ?? Sanitize.plain;
      decision =
        link.element.tag === ''
          ? { ...decision, level, possible: stateOf(level) }
          : withHits(decision, link.hits, link.node, level);
    }
    return decision;
  }

  return { root, stateOf, decide, levelNow };
}

/** It has no entry in the recorder, so nothing is looked for in it: no shadow root, no frame, no image. */
export function isUnbound({ possible, level = Sanitize.plain }: Decision): boolean {
  return possible === Possible.excluded && (level & Sanitize.unbound) !== 0;
}

function isIgnored(tag: string, attribute: (name: string) => string | null): boolean {
  if (ignored.has(tag)) return true;
  if (tag !== 'link') return false;
  const as = attribute('as');
  return !(attribute('rel')?.includes('stylesheet') || as === 'style' || as === 'font');
}
