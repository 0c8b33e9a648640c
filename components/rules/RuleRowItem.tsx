import type { Rule } from '../../core/rules/rule.ts';
import { visibleSelector } from '../../core/selectors/visibleSelector.ts';
import type { DraftChange } from '../../core/settings/draft.ts';
import { RuleHistorySection } from '../history/RuleHistorySection.tsx';
import { usePanel } from '../PanelContext.ts';
import { TreatmentMark } from '../parts/TreatmentMark.tsx';
import type { RuleRow } from '../state/ruleRows.ts';
import { markOf } from './markOf.ts';
import { RotNotice } from './RotNotice.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleProblems } from './RuleProblems.tsx';

/** One rule. The row itself shows its matches on the page; it turns into the editor in place. */
export function RuleRowItem({ row }: { readonly row: RuleRow }) {
  const { state, t } = usePanel();
  const { rule, change } = row;
  if (state.editor.edit.value?.id === rule.id) {
    return (
      <li class="rule rule-edited">
        <RuleEditor />
      </li>
    );
  }
  const shown = state.editor.shown.value === rule.id;
  return (
    <li class={`rule${change?.kind === 'delete' ? ' rule-deleted' : ''}`} data-rule={rule.id}>
      <button
        type="button"
        class="rule-main"
        aria-pressed={shown}
        title={t('rules.showMatches')}
        onClick={() => state.editor.showMatches(rule)}
      >
        <span class="rule-top">
          <TreatmentMark kind={markOf(rule.action)} />
          <span class="rule-name">{rule.name}</span>
          <MatchCount matches={row.matches} />
        </span>
        <span class="rule-selector mono">{visibleSelector(rule.selector)}</span>
        <span class="rule-meta quiet">{metaOf(rule, t)}</span>
      </button>
      {change && <span class="badge badge-draft">{t(`draft.kind.${change.kind}`)}</span>}
      <RuleProblems problems={row.problems} />
      <RotNotice rule={rule} />
      {shown && change?.kind !== 'create' && <RuleHistorySection rule={rule} />}
      <EditButton rule={rule} change={change} />
    </li>
  );
}

function MatchCount({ matches }: { readonly matches: number | null }) {
  const { t } = usePanel();
  if (matches === null) return <span class="matches quiet">{t('rules.notActive')}</span>;
  return (
    <span class={matches === 0 ? 'matches quiet' : 'matches'}>{t('rules.matches', { count: matches })}</span>
  );
}

function metaOf(rule: Rule, t: ReturnType<typeof usePanel>['t']): string {
  const parts = [t(`action.${rule.action}`), t(`scope.${rule.scope}`)];
  if (rule.consent) parts.push(t(rule.action === 'unmask' ? 'consent.unmask' : 'consent.hide'));
  if (rule.exceptions.length > 0) parts.push(t('rules.exceptions', { count: rule.exceptions.length }));
  return parts.join(' · ');
}

function EditButton({ rule, change }: { readonly rule: Rule; readonly change: DraftChange | undefined }) {
  const { state, t } = usePanel();
  if (change?.kind === 'delete') return null;
  return (
    <button
      type="button"
      class="button button-small rule-edit"
      data-action="edit-rule"
      aria-label={t('rules.editNamed', { rule: rule.name })}
      onClick={() => state.editRule(rule)}
    >
      {t('rules.edit')}
    </button>
  );
}
