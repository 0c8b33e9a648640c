import type { ActiveRule, RuleProblem } from '../rules/activeRule.ts';
import { type Rule, RuleAction, type RuleSet } from '../rules/rule.ts';
import { ruleLimits } from '../settings/ruleLimits.ts';
import type { SelectorSyntax } from './profile.ts';

/** A selector in an option of the recorder. */
export interface ListedSelector {
  readonly list: string;
  /** Names it in reports: the option, or the rule it comes from. */
  readonly id: string;
  readonly name: string;
  readonly selector: string;
  readonly action: RuleAction;
  /** Absent: the site's own. */
  readonly origin?: ActiveRule['origin'];
}

/** What a broken selector does to the others of its list. */
export type BrokenSelector = 'disables-list' | 'masks-everything' | 'ends-recording' | 'drops-one';

export interface RulesInForce {
  readonly rules: readonly ActiveRule[];
  readonly problems: readonly RuleProblem[];
  /** Lists that the recorder cannot ask because one of their selectors is broken. */
  readonly lost: ReadonlySet<string>;
}

/**
 * The rules of a recorder that keeps selectors in lists of its configuration: what it brings along, then the lists.
 * A joined list with one invalid selector throws in `matches`, the recorder swallows the error, and nothing of the
 * list is in force.
 */
export function rulesInForce(
  builtIn: readonly ActiveRule[],
  given: readonly ListedSelector[],
  syntax: SelectorSyntax,
  broken: BrokenSelector | ((list: string) => BrokenSelector),
): RulesInForce {
  const effect = typeof broken === 'function' ? broken : () => broken;
  const problems: RuleProblem[] = [];
  const lost = new Set<string>();
  const faulty = new Set<ListedSelector>();
  const listed = given.slice(0, ruleLimits.rules);
  const first = given[ruleLimits.rules];
  // What is beyond is not looked at, and no recorder says what it would make of it.
  if (first) problems.push(problemOf(first, 'over-limit', `${given.length} > ${ruleLimits.rules}`));
  for (const entry of listed) {
    const detail = syntax(entry.selector);
    if (detail === undefined) continue;
    faulty.add(entry);
    const kind = effect(entry.list);
    if (kind !== 'drops-one') lost.add(entry.list);
    problems.push(problemOf(entry, kind === 'drops-one' ? 'invalid-selector' : kind, detail));
  }
  for (const entry of listed) {
    if (lost.has(entry.list) && !faulty.has(entry))
      problems.push(problemOf(entry, 'list-disabled', entry.list));
  }
  const alive = listed.filter((entry) => !lost.has(entry.list) && !faulty.has(entry));
  return { rules: [...builtIn, ...alive.map(activeRule)], problems, lost };
}

function problemOf(entry: ListedSelector, kind: RuleProblem['kind'], detail: string): RuleProblem {
  return { rule: -1, ruleId: entry.id, kind, selector: entry.selector, list: entry.list, detail };
}

function activeRule({ id, name, selector, action, list, origin = 'custom' }: ListedSelector): ActiveRule {
  return { id, name, selector, exceptions: [], action, origin, certain: true, list };
}

/** A class or attribute that the recorder honours by itself. */
export function builtInRule(selector: string, action: RuleAction, list: string): ActiveRule {
  return {
    id: selector,
    name: selector,
    selector,
    exceptions: [],
    action,
    origin: 'built-in',
    certain: true,
    list,
  };
}

export interface TranslatedRules {
  readonly listed: readonly ListedSelector[];
  readonly problems: readonly RuleProblem[];
}

/**
 * The rules of a rule set as the recorder's lists would hold them. What the recorder has no list for is a problem
 * by name; so are exceptions, which are kept only where selectors are matched one element at a time.
 *
 * @param lists the list for each action that the recorder has one for
 */
export function listRules(
  ruleSet: RuleSet,
  lists: Partial<Record<RuleAction, readonly string[]>>,
  exceptions: 'as-not' | 'refused',
): TranslatedRules {
  const listed: ListedSelector[] = [];
  const problems: RuleProblem[] = [];
  for (const rule of ruleSet.rules) {
    const { id, name, action } = rule;
    const refuse = (detail: string) =>
      problems.push({ rule: -1, ruleId: id, kind: 'not-expressible', selector: rule.selector, detail });
    if (!rule.platforms.includes('web') || rule.scope === 'none') continue;
    const targets = lists[action];
    if (!targets) {
      refuse(action);
      continue;
    }
    if (rule.consent) refuse('consent');
    if (rule.scope === 'preview') {
      refuse('preview');
      continue;
    }
    const selector = withoutExceptions(rule, exceptions);
    if (selector === undefined) {
      // Without its exceptions a mask hides more and an unmask shows more: only the first is safe to assume.
      refuse('exceptions');
      if (action === RuleAction.unmask) continue;
    }
    for (const list of targets) listed.push({ list, id, name, selector: selector ?? rule.selector, action });
  }
  return { listed, problems };
}

function withoutExceptions(rule: Rule, how: 'as-not' | 'refused'): string | undefined {
  if (rule.exceptions.length === 0) return rule.selector;
  if (how === 'refused') return undefined;
  return `:is(${rule.selector}):not(${rule.exceptions.join(', ')})`;
}
