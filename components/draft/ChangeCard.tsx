import { visibleSelector } from '../../core/selectors/visibleSelector.ts';
import type { DraftChange } from '../../core/settings/draft.ts';
import { usePanel } from '../PanelContext.ts';
import { TreatmentMark } from '../parts/TreatmentMark.tsx';
import { markOf } from '../rules/markOf.ts';
import { ChangeEffect } from './ChangeEffect.tsx';
import { FieldChanges } from './FieldChanges.tsx';

/** One change: what of the rule changes, what becomes hidden by it and, in red, what becomes visible. */
export function ChangeCard({ change }: { readonly change: DraftChange }) {
  const { state, t } = usePanel();
  const isProposed = state.proposals.isProposed(change.keys);
  const content = change.content ?? change.base;
  if (!content) return null;
  return (
    <article class="change" data-change={change.id} aria-label={content.name}>
      <h3 class="change-title">
        <TreatmentMark kind={markOf(content.action)} />
        <span class="rule-name">{visibleSelector(content.name)}</span>
        <span class="badge badge-draft">{t(`draft.kind.${change.kind}`)}</span>
        {isProposed && <span class="badge">{t('proposals.badge')}</span>}
      </h3>
      {change.kind === 'update' ? (
        <FieldChanges change={change} />
      ) : (
        <p class="rule-selector mono">{visibleSelector(content.selector)}</p>
      )}
      <ChangeEffect id={change.id} />
    </article>
  );
}
