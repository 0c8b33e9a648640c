import { usePanel } from './PanelContext.ts';
import { Notice } from './parts/Notice.tsx';

/** More than these are counted, not listed: a panel is 360 px wide. */
const maxListed = 5;

/** What is wrong with the recorder's configuration, beyond single rules: one broken selector may switch a list off. */
export function ConfigurationProblems() {
  const { state, t } = usePanel();
  const problems = state.current.scan.value?.problems.filter((problem) => problem.rule === -1) ?? [];
  if (problems.length === 0) return null;
  const rest = problems.length - maxListed;
  return (
    <Notice tone="bad" title={t('configuration.problems', { recorder: state.session.profile.value.name })}>
      <ul class="plain-list" data-state="configuration-problems">
        {problems.slice(0, maxListed).map(({ ruleId, kind, selector }) => (
          <li key={`${ruleId} ${kind}`}>
            <code>{named(ruleId, selector)}</code> {t(`ruleProblem.${kind}`)}
          </li>
        ))}
        {rest > 0 && <li>{t('configuration.moreProblems', { count: rest })}</li>}
      </ul>
    </Notice>
  );
}

/** A built-in selector is its own name. */
function named(ruleId: string, selector: string): string {
  if (selector === '' || selector === ruleId) return ruleId;
  return `${ruleId}: ${selector.slice(0, 80)}`;
}
