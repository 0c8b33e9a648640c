import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { isBuiltIn, type Rule, type RuleSet } from '../../core/rules/rule.ts';
import { applyDraft } from '../../core/settings/applyDraft.ts';
import type { DraftChange, DraftState } from '../../core/settings/draft.ts';

/** Message key `ruleProblem.<key>` and its parameters. */
export interface RuleRowProblem {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly isSerious?: boolean;
}

export interface RuleRow {
  readonly rule: Rule;
  readonly builtIn: boolean;
  /** What the draft does to it. */
  readonly change?: DraftChange;
  /** Elements hit on this page; null when it takes no part in this session or no scan is there yet. */
  readonly matches: number | null;
  readonly problems: readonly RuleRowProblem[];
}

export interface RuleRowsInput {
  readonly ruleSet: RuleSet;
  readonly draft: DraftState;
  /** A scan made with the draft where there is one. */
  readonly scan: CaptureScan | null;
  readonly lint: (rule: Rule) => readonly RuleRowProblem[];
}

/** Every rule, the draft's included and its deletions too, with what it does on this page. */
export function ruleRows({ ruleSet, draft, scan, lint }: RuleRowsInput): RuleRow[] {
  const changes = new Map(draft.changes.map((change) => [change.id, change]));
  const kept = applyDraft(ruleSet, draft).rules;
  const deleted = ruleSet.rules.filter((rule) => changes.get(rule.id)?.kind === 'delete');
  const facts = scan ? scanFacts(scan) : null;
  return [...kept, ...deleted].map((rule) => {
    const change = changes.get(rule.id);
    const found = change?.kind === 'delete' ? undefined : facts?.get(rule.id);
    const builtIn = isBuiltIn(rule);
    return {
      rule,
      builtIn,
      ...(change ? { change } : undefined),
      matches: found?.matches ?? null,
      problems: builtIn
        ? (found?.problems ?? []).filter(isAboutBuiltIn)
        : [...(found?.problems ?? []), ...lint(rule)],
    };
  });
}

/** That a built-in rule finds nothing here is no problem of anybody's. */
function isAboutBuiltIn({ key }: RuleRowProblem): boolean {
  return key !== 'matches-nothing';
}

interface RuleFacts {
  readonly matches: number;
  readonly problems: readonly RuleRowProblem[];
}

function scanFacts(scan: CaptureScan): Map<string, RuleFacts> {
  const beatenBy = overriddenRules(scan);
  return new Map(
    scan.rules.map((rule, index) => {
      const matches = scan.matchCounts[index] ?? 0;
      const problems: RuleRowProblem[] = scan.problems
        .filter((problem) => problem.rule === index)
        .map((problem) => ({ key: problem.kind, params: { detail: problem.detail } }));
      const winner = beatenBy.get(index);
      if (matches === 0 && problems.length === 0) problems.push({ key: 'matches-nothing', params: {} });
      if (winner !== undefined)
        problems.push({ key: 'overridden', params: { by: scan.rules[winner]?.name ?? '' } });
      return [rule.id, { matches, problems }];
    }),
  );
}

/** Rules that hit something and win nowhere, each with a rule that beats it. */
function overriddenRules(scan: CaptureScan): Map<number, number> {
  const winners = new Set(scan.decisions.map((decision) => decision.winner));
  const beaten = new Map<number, number>();
  for (const decision of scan.decisions) {
    for (const loser of decision.losers) {
      if (!winners.has(loser) && decision.winner >= 0) beaten.set(loser, decision.winner);
    }
  }
  return beaten;
}
