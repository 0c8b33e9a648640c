import type { Profile } from '../profiles/profile.ts';
import type { Rule } from '../rules/rule.ts';
import { lintSelector, type SelectorLint, type SelectorLintKey } from '../selectors/lintSelector.ts';
import { recorderTakes } from '../selectors/recorderTakes.ts';
import { selectorTokens } from '../selectors/selectorTokens.ts';
import type { SelectorComparer } from './compareSelectors.ts';
import { lintAgainstRules } from './lintAgainstRules.ts';
import { lintExceptions } from './lintExceptions.ts';
import { type LintedRule, type LiveAnswer, lintAnswer, lintOnPage } from './lintOnPage.ts';
import { mendSelector } from './mendSelector.ts';
import type { PageRules } from './pageRules.ts';
import { pickMend, type RuleLint } from './ruleLint.ts';

export interface LintRequest {
  readonly rule: LintedRule;
  /** Rules in force beside it, the draft's included. */
  readonly others: readonly Rule[];
  readonly recorder: Pick<Profile, 'name' | 'evidence'>;
  /** What the page says of the selector as it is written; null: no page, no answer yet, or the browser refused it. */
  readonly live: (LiveAnswer & { readonly spared?: readonly number[] }) | null;
  /** A scan made with the rule exactly as it is written; null: what only a scan can say is not said. */
  readonly onPage: PageRules | null;
  /** Why the page did not answer: the browser's own words on validity, or that it took too long. */
  readonly problem?: { readonly kind: string; readonly detail: string; readonly exception?: number };
}

const seriousKeys: ReadonlySet<SelectorLintKey> = new Set<SelectorLintKey>([
  'invalid',
  'not-css',
  'pseudo-element',
  'hidden-character',
]);
/** The suggestion engine may know another name for the same elements. */
const renamable: ReadonlySet<SelectorLintKey> = new Set<SelectorLintKey>([
  'positional',
  'generated-name',
  'utility-class',
  'page-data',
  'pseudo-class',
]);

/**
 * All that is doubtful about a rule: in its text, beside the other rules, and on the page at hand. What cannot be known
 * here is not claimed: without a page or a scan there is less to say.
 *
 * @returns serious ones first
 */
export function lintRule(request: LintRequest, comparer: SelectorComparer): RuleLint[] {
  const { rule, live, onPage, others } = request;
  if (rule.selector.trim() === '') return [];
  const text = lintText(request).flatMap((lint) => (live ? asRun(lint) : [lint]));
  const lints = [
    ...text,
    ...lintProblem(
      request,
      text.some(({ key }) => key === 'invalid'),
    ),
    ...(live ? lintAnswer(rule, live) : []),
    ...lintExceptions(rule, comparer, { spared: live?.spared, problem: request.problem }),
    ...lintAgainstRules(rule, others, comparer),
    ...(onPage ? lintOnPage(rule, onPage, live, others) : []),
  ];
  return lints.sort((a, b) => Number(b.isSerious) - Number(a.isSerious));
}

/** What the browser has run is a selector, whatever is read into it here: it closes by itself what is left open. */
function asRun(lint: RuleLint): RuleLint[] {
  if (lint.key !== 'invalid') return [lint];
  return lint.fault?.startsWith('unclosed-') ? [{ ...lint, key: 'unclosed', isSerious: false }] : [];
}

/** The browser has the last word: what is read without complaint here may still be none of its selectors. */
function lintProblem({ rule, problem }: LintRequest, isSaid: boolean): RuleLint[] {
  const { selector } = rule;
  if (!problem || problem.exception !== undefined) return [];
  if (problem.kind === 'too-costly') {
    const has = { key: 'pseudo-class', detail: ':has' } as const;
    const mends = selector.includes(':has(') ? mendSelector(selector, has) : [];
    return [{ key: 'too-costly', isSerious: true, params: {}, mends: [...mends, pickMend] }];
  }
  if (problem.kind !== 'invalid-selector' || isSaid) return [];
  const [fault] = selectorTokens(selector).faults;
  const mends = mendSelector(selector, { key: 'invalid', detail: '' });
  return [
    {
      key: 'refused',
      isSerious: true,
      params: { detail: problem.detail },
      mends: [...mends, pickMend],
      ...(fault ? { place: { start: fault.start, end: fault.end }, fault: fault.key } : undefined),
    },
  ];
}

function lintText({ rule, recorder }: LintRequest): RuleLint[] {
  const { selector } = rule;
  const word = recorderTakes(selector, recorder.evidence);
  return lintSelector(selector)
    .filter(({ key }) => isAboutRecorder(key, word.answer))
    .map((lint) => toRuleLint(selector, lint, recorder.name));
}

/** What a recorder takes for certain is no problem of its. */
function isAboutRecorder(key: SelectorLintKey, answer: string): boolean {
  return answer !== 'takes' || (key !== 'pseudo-class' && key !== 'too-many-parts');
}

function toRuleLint(selector: string, lint: SelectorLint, recorder: string): RuleLint {
  const { key, detail, start, end, fault } = lint;
  return {
    key,
    isSerious: seriousKeys.has(key),
    params: { detail, recorder },
    mends: mendSelector(selector, lint),
    ...(start === undefined || end === undefined ? undefined : { place: { start, end } }),
    ...(fault === undefined ? undefined : { fault }),
    ...(renamable.has(key) ? { wantsOtherName: true as const } : undefined),
  };
}
