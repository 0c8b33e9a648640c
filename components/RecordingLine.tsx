import { usePanel } from './PanelContext.ts';
import { Disclosure } from './parts/Disclosure.tsx';

/** That the recorder is played on while the panel is open, how much it has written down, and what it cannot hear. */
export function RecordingLine() {
  const { state, t } = usePanel();
  const { isOn, since, lateRecords } = state.recording;
  if (!isOn.value) return null;
  const time = new Intl.DateTimeFormat(t.locale, { timeStyle: 'short' }).format(since.value);
  const count = lateRecords.value;
  return (
    <Disclosure
      class="why recording"
      label={
        <>
          <span data-late-records={count}>
            {count === 0 ? t('recording.quiet', { time }) : t('recording.on', { time, count })}
          </span>{' '}
          <span class="link">{t('recording.more')}</span>
        </>
      }
    >
      <p class="quiet">{t('recording.means')}</p>
      <p class="quiet">{t('recording.misses')}</p>
      <div class="actions">
        <button
          type="button"
          class="button button-small"
          data-action="restart-recording"
          onClick={state.restartRecording}
        >
          {t('recording.restart')}
        </button>
      </div>
    </Disclosure>
  );
}
