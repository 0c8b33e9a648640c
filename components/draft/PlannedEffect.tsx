import type { PlannedChange } from '../../core/settings/pushPlan.ts';
import { usePanel } from '../PanelContext.ts';
import { DifferenceList } from './DifferenceList.tsx';

/** What one change of a plan makes visible on the page at hand, or why that is not known. */
export function PlannedEffect({ planned }: { readonly planned: PlannedChange }) {
  const { state, t } = usePanel();
  const effect = state.planEffect.effectOf(planned);
  if (effect.kind === 'reading') {
    return (
      <p class="quiet" role="status" data-effect="reading">
        {t('planEffect.reading')}
      </p>
    );
  }
  if (effect.kind === 'unknown') {
    return (
      <p class="planned-effect problem-bad" data-effect="unknown">
        {t('planEffect.unknown')} {t(`planEffect.${effect.reason}`)}
      </p>
    );
  }
  const { visible, hidden, maybe } = effect.differences;
  return (
    <div class="planned-effect" data-effect="known">
      {visible.length > 0 ? (
        <DifferenceList
          title={t('planEffect.visible', { count: visible.length })}
          items={visible}
          tone="visible"
        />
      ) : (
        <p>{t('planEffect.nothing')}</p>
      )}
      {hidden.length + maybe.length > 0 && (
        <p class="quiet">{t('effect.hidden', { count: hidden.length + maybe.length })}</p>
      )}
      {effect.beyond.map((one) => (
        <p key={one} class="problem-bad">
          {t(`planEffect.beyond.${one}`)}
        </p>
      ))}
      <p class="quiet">{t('planEffect.thisPage')}</p>
    </div>
  );
}
