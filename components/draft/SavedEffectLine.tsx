import { usePanel } from '../PanelContext.ts';
import { Icon } from '../parts/Icon.tsx';

/** What the whole plan makes of the pages that were kept; nothing where there are none. */
export function SavedEffectLine() {
  const { state, t } = usePanel();
  const saved = state.planEffect.saved.value;
  if (saved.kind === 'none') return null;
  if (saved.kind !== 'known') {
    return (
      <p class="quiet" data-saved-effect={saved.kind}>
        {t(`planEffect.saved.${saved.kind}`)}
      </p>
    );
  }
  const { visible, unknown, ordered } = saved.sum;
  const worst = ordered.find(({ impact }) => impact.visible > 0);
  const parts = [
    ...(worst ? [t('planEffect.saved.first', { name: worst.name || t('savedPages.unnamed') })] : []),
    ...(unknown > 0 ? [t('savedImpact.unclear', { count: unknown })] : []),
    ...(saved.unread > 0 ? [t('savedImpact.unread', { count: saved.unread })] : []),
  ];
  return (
    <p class={visible > 0 ? 'saved-effect problem-bad' : 'saved-effect quiet'} data-saved-effect="known">
      {visible > 0 && <Icon name="alert" />}
      <span>
        {t('savedImpact.on', { count: saved.pages })}{' '}
        {t(visible > 0 ? 'planEffect.saved.visible' : 'planEffect.saved.nothing', { count: visible })}
        {parts.length > 0 && ` ${parts.join(' · ')}`}
      </span>
    </p>
  );
}
