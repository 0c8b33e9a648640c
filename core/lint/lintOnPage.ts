import { isBuiltIn, type Rule, RuleAction, type RuleContent } from '../rules/rule.ts';
import { ruleContentOf } from '../settings/ruleContentOf.ts';
import { treatmentOf } from '../treatment/treatment.ts';
import type { PageRules } from './pageRules.ts';
import { type Mend, pickMend, type RuleLint } from './ruleLint.ts';

export interface LintedRule extends RuleContent {
  readonly id: string;
}

/** What the page answered about the selector as it is written now. */
export interface LiveAnswer {
  readonly count: number;
  /** The first ones. */
  readonly nodes: readonly number[];
  /** What running the selector took, all of it together. */
  readonly milliseconds: number;
}

/** From here on a call is felt (performance.md, long task). */
const longTask = 50;

/** A rule that decides about half of a page is rarely meant. */
const mostOfPage = 0.5;
/** On a page of a few elements half of it is nothing. */
const smallPage = 20;

/** What the page itself answers: how much, and how long it took. */
export function lintAnswer(rule: LintedRule, live: LiveAnswer): RuleLint[] {
  const lints: RuleLint[] = [];
  if (live.count === 0)
    lints.push({ key: 'matches-nothing', isSerious: false, params: {}, mends: nothingMends(rule) });
  if (live.milliseconds > longTask) {
    const params = { milliseconds: Math.round(live.milliseconds) };
    lints.push({ key: 'costly', isSerious: false, params, mends: [], wantsOtherName: true });
  }
  return lints;
}

function nothingMends({ exceptions }: LintedRule): Mend[] {
  if (exceptions.length === 0) return [pickMend];
  return [{ kind: 'content', key: 'no-exceptions', params: {}, change: { exceptions: [] } }, pickMend];
}

/**
 * What the engine's last scan with this very rule says about it: how far it reaches, who beats it, what it hides only
 * by name and what it shows.
 *
 * @param live null where nobody asked the page: what needs the list of matches is then not said
 * @param rules the rules of that scan, for mends that change another one
 */
export function lintOnPage(
  rule: LintedRule,
  onPage: PageRules,
  live: LiveAnswer | null,
  rules: readonly Rule[],
): RuleLint[] {
  const indexes = onPage.indexesOf(rule.id);
  return [
    ...lintReach(indexes, onPage),
    ...lintShadow(rule, indexes, onPage, live),
    ...lintBeaten(rule, indexes, onPage, rules),
    ...lintMask(rule, indexes, onPage),
    ...lintSecrets(rule, indexes, onPage, live),
  ];
}

function lintReach(indexes: readonly number[], onPage: PageRules): RuleLint[] {
  const { elements } = onPage;
  const decided = Math.max(0, ...indexes.map(onPage.decidedBy));
  if (elements < smallPage || decided < elements * mostOfPage) return [];
  const params = { percent: Math.round((100 * decided) / elements) };
  return [{ key: 'covers-most', isSerious: false, params, mends: [pickMend] }];
}

/** Everything it matches is inside of something that another rule excludes: there is nothing left to decide. */
function lintShadow(
  rule: LintedRule,
  indexes: readonly number[],
  { scan, page }: PageRules,
  live: LiveAnswer | null,
): RuleLint[] {
  if (!live || live.count === 0 || live.nodes.length < live.count) return [];
  let above = -1;
  for (const node of live.nodes) {
    const entry = page.entryOf(node);
    const decision = entry && page.decisionOf(entry);
    if (!decision || decision.node === node || treatmentOf(decision.possible) !== 'excluded') return [];
    if (indexes.includes(decision.winner)) return [];
    above = decision.winner;
  }
  const by = scan.rules[above]?.name;
  if (by === undefined) return [];
  const mends: Mend[] = [{ kind: 'delete', key: 'not-needed', params: {} }];
  return [{ key: 'shadowed', isSerious: rule.action === RuleAction.unmask, params: { by }, mends }];
}

/** An unmask on a field that Form Privacy masks: both hit the same element, and the mask wins. */
function lintBeaten(
  rule: LintedRule,
  indexes: readonly number[],
  onPage: PageRules,
  rules: readonly Rule[],
): RuleLint[] {
  if (rule.action !== RuleAction.unmask) return [];
  const beaten = new Map(indexes.flatMap((index) => [...onPage.beaten(index)]));
  const [first] = beaten.values();
  if (!first) return [];
  const count = beaten.size;
  const winner = rules.find(({ id }) => id === first.id);
  const isFormPrivacy = winner !== undefined && isBuiltIn(winner);
  const secret = onPage.secretsAmong(new Set(beaten.keys())).length > 0;
  const mends = winner && !secret ? sparing(rule, winner) : [];
  const key = isFormPrivacy ? 'form-privacy-wins' : 'mask-wins';
  return [{ key, isSerious: false, params: { by: first.name, count }, mends }];
}

/** What is documented to help: an exception on the rule that masks. It shows what was masked, and is said to. */
function sparing({ selector }: LintedRule, winner: Rule): Mend[] {
  if (winner.editable === 'description-only' || winner.exceptions.includes(selector)) return [];
  const before = ruleContentOf(winner);
  const content = { ...before, exceptions: [...before.exceptions, selector] };
  return [{ kind: 'other-rule', key: 'spare-there', params: { rule: winner.name }, rule: winner, content }];
}

/** Content that a mask does not hide: images and choices. */
function lintMask(rule: LintedRule, indexes: readonly number[], onPage: PageRules): RuleLint[] {
  if (rule.action !== RuleAction.mask) return [];
  const exclude: Mend = {
    kind: 'content',
    key: 'exclude',
    params: {},
    change: { action: RuleAction.exclude },
  };
  const all = (of: (index: number) => readonly number[]) =>
    new Set(indexes.flatMap((index) => [...of(index)])).size;
  const told = (key: string, count: number): RuleLint[] =>
    count === 0 ? [] : [{ key, isSerious: true, params: { count }, mends: [exclude] }];
  const sent = all((index) => onPage.images(index).sent);
  return [
    ...told('mask-image', sent),
    ...(sent === 0
      ? told(
          'mask-image-unknown',
          all((index) => onPage.images(index).unknown),
        )
      : []),
    ...told('mask-choice', all(onPage.choices)),
  ];
}

/** An unmask that shows what is typed into a password or card field, or would but for another rule. */
function lintSecrets(
  rule: LintedRule,
  indexes: readonly number[],
  onPage: PageRules,
  live: LiveAnswer | null,
): RuleLint[] {
  if (rule.action !== RuleAction.unmask) return [];
  const matched = new Set(live?.nodes);
  const shown = new Set(indexes.flatMap((index) => onPage.reveals(index)));
  const held = onPage.secretsAmong(matched).filter((node) => !shown.has(node));
  const key = shown.size > 0 ? 'unmask-secret' : 'unmask-secret-held';
  const count = shown.size > 0 ? shown.size : held.length;
  if (count === 0) return [];
  const isDirect = [...shown].every((node) => matched.has(node));
  return [{ key, isSerious: true, params: { count }, mends: secretMends(rule, isDirect) }];
}

const secretFields = ['input[type="password"]', '[autocomplete^="cc-"]', '[autocomplete="one-time-code"]'];

/** Exceptions spare only what a rule itself matches: under a container nothing but masking it helps. */
function secretMends({ exceptions }: LintedRule, isDirect: boolean): Mend[] {
  const mask: Mend = {
    kind: 'content',
    key: 'mask-instead',
    params: {},
    change: { action: RuleAction.mask },
  };
  const missing = secretFields.filter((selector) => !exceptions.includes(selector));
  if (!isDirect || missing.length === 0) return [mask];
  const change = { exceptions: [...exceptions, ...missing] };
  return [{ kind: 'content', key: 'spare-secrets', params: {}, change }, mask];
}
