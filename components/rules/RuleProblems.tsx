import { usePanel } from '../PanelContext.ts';
import { Icon } from '../parts/Icon.tsx';
import type { RuleRowProblem } from '../state/ruleRows.ts';
import { safeParams } from './safeParams.ts';

/** Problems that make a rule protect less than it seems to; the others are advice. */
const serious = new Set([
  'invalid-selector',
  'invalid-exception',
  'too-costly',
  'over-limit',
  'uncertain-rule',
]);

/** What is wrong with a rule on this page, each in its own words. */
export function RuleProblems({ problems }: { readonly problems: readonly RuleRowProblem[] }) {
  const { t } = usePanel();
  if (problems.length === 0) return null;
  return (
    <ul class="rule-problems">
      {problems.map((problem) => (
        <li
          key={`${problem.key} ${problem.params.detail ?? ''}`}
          class={isSerious(problem) ? 'problem-bad' : 'problem-note'}
        >
          <Icon name={isSerious(problem) ? 'alert' : 'question'} />
          <span>
            {t(keyOf(problem), safeParams(problem.params))}
            {serious.has(problem.key) && <span class="mono quiet"> {problem.params.detail}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function isSerious({ key, isSerious: said = false }: RuleRowProblem): boolean {
  return said || serious.has(key);
}

function keyOf({ key }: RuleRowProblem): string {
  return key.startsWith('lint:') ? `selectorLint.${key.slice('lint:'.length)}` : `ruleProblem.${key}`;
}
