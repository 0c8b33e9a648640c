import { usePanel } from './PanelContext.ts';
import { TreatmentMark } from './parts/TreatmentMark.tsx';

const kinds = ['excluded', 'masked', 'unknown', 'leak'] as const;

/** What the overlay's patterns mean. */
export function Legend() {
  const { t } = usePanel();
  return (
    <ul class="legend" aria-label={t('legend.label')}>
      {kinds.map((kind) => (
        <li key={kind}>
          <TreatmentMark kind={kind} />
          {t(`legend.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
