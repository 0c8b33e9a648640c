import { usePanel } from '../PanelContext.ts';
import { Icon } from '../parts/Icon.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { differencesOf } from './differencesOf.ts';

/** What one change hides on the page at hand and, in red, what becomes visible by it. */
export function ChangeEffect({ id }: { readonly id: string }) {
  const { state, t } = usePanel();
  if (state.effects.failure.value !== null) return <p class="problem-bad">{t('effect.unknown')}</p>;
  const effect = state.effects.effect.value;
  if (!effect)
    return <p class="quiet">{t(state.page.value.kind === 'ready' ? 'effect.reading' : 'effect.noPage')}</p>;
  const { hidden, maybe, visible } = differencesOf(effect, id);
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
