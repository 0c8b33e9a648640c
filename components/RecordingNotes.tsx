import { usePanel } from './PanelContext.ts';
import { Notice } from './parts/Notice.tsx';

/** Nothing of this page is recorded now: said above everything, and that it changes nothing about the rules. */
export function RecordingStopNotice() {
  const { state, t } = usePanel();
  const stops = state.recordingFacts.notes.value.filter(({ kind }) => kind === 'stop');
  if (stops.length === 0) return null;
  return (
    <div data-state="recording-stopped">
      <Notice tone="info" title={t('recording.stopped')}>
        {stops.map(({ key, params }) => (
          <p key={key}>{t(`recording.${key}`, params)}</p>
        ))}
        <p>{t('recording.stoppedMeans')}</p>
      </Notice>
    </div>
  );
}

/** What else the org's settings say about recording: what depends on the visitor, and plain facts. */
export function RecordingNotes() {
  const { state, t } = usePanel();
  const notes = state.recordingFacts.notes.value.filter(({ kind }) => kind !== 'stop');
  if (notes.length === 0) return null;
  return (
    <section class="recording-notes" aria-label={t('recording.title')}>
      <h2 class="field-title">{t('recording.title')}</h2>
      <ul class="plain-list">
        {notes.map(({ kind, key, params }) => (
          <li key={key} data-note={key} class="quiet">
            {kind === 'unknown' && <span class="badge">{t('treatment.unknown')}</span>}{' '}
            {t(`recording.${key}`, params)}
          </li>
        ))}
        <li class="quiet">{t('inForce.unknown')}</li>
      </ul>
    </section>
  );
}
