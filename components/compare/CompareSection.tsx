import { profileById, profiles } from '../../core/profiles/registry.ts';
import { usePanel } from '../PanelContext.ts';
import { Notice } from '../parts/Notice.tsx';
import { RecorderDifferences } from './RecorderDifferences.tsx';
import { RecorderTotals } from './RecorderTotals.tsx';

/** The same page through another recorder, side by side with the one that is played. */
export function CompareSection() {
  const { state, t } = usePanel();
  const other = state.compare.recorder.value;
  const mine = state.session.profile.value;
  const second = other === null || other === mine.id ? undefined : profileById(other);
  return (
    <section class="compare" aria-label={t('compare.label')}>
      <label class="compare-choice">
        {t('compare.with')}
        <select
          name="compare-with"
          value={second?.id ?? ''}
          onChange={({ currentTarget: { value } }) => {
            state.compare.recorder.value = value === '' ? null : value;
          }}
        >
          <option value="">{t('compare.none')}</option>
          {profiles
            .filter(({ id }) => id !== mine.id)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </label>
      {second && <Comparison other={second.name} />}
    </section>
  );
}

function Comparison({ other }: { readonly other: string }) {
  const { state, t } = usePanel();
  const { scan, leaks, difference } = state.compare;
  const phase = scan.phase.value;
  const failure = phase.kind === 'failed' ? phase.reason : (leaks.failure.value ?? difference.failure.value);
  if (failure !== null) {
    return (
      <Notice tone="bad" title={t('compare.failed', { recorder: other })}>
        <p class="quiet wrap">{t.has(`scanFailed.${failure}`) ? t(`scanFailed.${failure}`) : failure}</p>
      </Notice>
    );
  }
  const first = state.leaks.report.value;
  const second = leaks.report.value;
  const found = difference.effect.value;
  if (!first || !second || !found) return <p role="status">{t('compare.busy', { recorder: other })}</p>;
  const names = [state.session.profile.value.name, other] as const;
  return (
    <div class="comparison" data-state="compared">
      <RecorderTotals names={names} reports={[first, second]} />
      <RecorderDifferences names={names} comparison={found.comparison} />
    </div>
  );
}
