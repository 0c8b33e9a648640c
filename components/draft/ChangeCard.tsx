import { visibleSelector } from '../../core/selectors/visibleSelector.ts';
import type { DraftChange } from '../../core/settings/draft.ts';
import { usePanel } from '../PanelContext.ts';
import { Icon } from '../parts/Icon.tsx';
import { TreatmentMark } from '../parts/TreatmentMark.tsx';
import { markOf } from '../rules/markOf.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { differencesOf } from './differencesOf.ts';
import { FieldChanges } from './FieldChanges.tsx';

/** One change: what of the rule changes, what becomes hidden by it and, in red, what becomes visible. */
export function ChangeCard({ change }: { readonly change: DraftChange }) {
  const { t } = usePanel();
  const content = change.content ?? change.base;
  if (!content) return null;
  return (
    <article class="change" data-change={change.id} aria-label={content.name}>
      <h3 class="change-title">
        <TreatmentMark kind={markOf(content.action)} />
        <span class="rule-name">{visibleSelector(content.name)}</span>
        <span class="badge badge-draft">{t(`draft.kind.${change.kind}`)}</span>
      </h3>
      {change.kind === 'update' ? (
        <FieldChanges change={change} />
      ) : (
        <p class="rule-selector mono">{visibleSelector(content.selector)}</p>
      )}
      <ChangeEffect change={change} />
    </article>
  );
}

function ChangeEffect({ change }: { readonly change: DraftChange }) {
  const { state, t } = usePanel();
  if (state.effects.failure.value !== null) return <p class="problem-bad">{t('effect.unknown')}</p>;
  const effect = state.effects.effect.value;
  if (!effect)
    return <p class="quiet">{t(state.page.value.kind === 'ready' ? 'effect.reading' : 'effect.noPage')}</p>;
  const { hidden, maybe, visible } = differencesOf(effect, change.id);
  if (hidden.length + maybe.length + visible.length === 0) return <p class="quiet">{t('effect.nothing')}</p>;
  return (
    <div class="change-effect">
      {hidden.length > 0 && (
        <DifferenceList title={t('effect.hidden', { count: hidden.length })} items={hidden} tone="hidden" />
      )}
      {maybe.length > 0 && (
        <DifferenceList
          title={t('effect.maybeHidden', { count: maybe.length })}
          items={maybe}
          tone="hidden"
        />
      )}
      {visible.length > 0 && (
        <div class="becomes-visible">
          <Icon name="alert" />
          <DifferenceList
            title={t('effect.visible', { count: visible.length })}
            items={visible}
            tone="visible"
          />
        </div>
      )}
    </div>
  );
}
