import type { ScanChange } from '../../core/findings/compareScans.ts';
import { usePanel } from '../PanelContext.ts';
import { Icon } from '../parts/Icon.tsx';

/** What the edit changes on this page, counted while it is typed. Visible comes last and in red. */
export function EffectSummary() {
  const { state, t } = usePanel();
  const { effect, closedLeaks, openedLeaks, failure } = state.effects;
  const live = state.editor.live.value;
  if (live === null || live.problem) return null;
  if (failure.value !== null) return <p class="effect problem-bad">{t('effect.unknown')}</p>;
  const known = effect.value;
  if (!known) return <p class="effect quiet">{t('effect.reading')}</p>;
  const { newlyHidden, maybeHidden, newlyVisible, unchanged } = known.comparison;
  const placed = (key: string, changes: readonly ScanChange[]) =>
    `${t(key, { count: changes.length })} ${t('effect.inElements', { count: elementsOf(changes) })}`;
  const nothing = newlyHidden.length + maybeHidden.length + newlyVisible.length === 0;
  return (
    <ul class="effect" aria-label={t('effect.label')}>
      {nothing && <li class="quiet">{t('effect.nothing')}</li>}
      {closedLeaks.value.length > 0 && (
        <li class="effect-good">
          <Icon name="check" />
          {t('effect.closes', { count: closedLeaks.value.length })}
        </li>
      )}
      {newlyHidden.length > 0 && <li>{placed('effect.hidden', newlyHidden)}</li>}
      {maybeHidden.length > 0 && <li>{t('effect.maybeHidden', { count: maybeHidden.length })}</li>}
      {newlyVisible.length > 0 && (
        <li class="effect-bad">
          <Icon name="alert" />
          {placed('effect.visible', newlyVisible)}
        </li>
      )}
      {openedLeaks.value.length > 0 && (
        <li class="effect-bad">
          <Icon name="alert" />
          {t('effect.opens', { count: openedLeaks.value.length })}
        </li>
      )}
      {!nothing && <li class="quiet">{t('effect.unchanged', { count: unchanged })}</li>}
    </ul>
  );
}

function elementsOf(changes: readonly ScanChange[]): number {
  return new Set(changes.map(({ node }) => node)).size;
}
