import { usePanel } from './PanelContext.ts';
import { Notice } from './parts/Notice.tsx';

/** Only what takes longer is worth a line with a button: smaller pages are done before it could be read. */
const hugePageElements = 5000;

/** What the scan is doing: in full while there is no verdict yet, in one line when one is being renewed. */
export function ScanProgress() {
  const { state, t } = usePanel();
  const phase = state.current.phase.value;
  const first = state.leaks.report.value === null;
  const failure = state.leaks.failure.value;
  if (failure !== null) {
    return (
      <Notice tone="bad" title={t('scan.detectorsFailed')} children={<p class="quiet wrap">{failure}</p>} />
    );
  }
  if (phase.kind === 'failed') return <ScanFailed reason={phase.reason} />;
  if (phase.kind === 'cancelled') return <ScanCancelled first={first} />;
  const reading = phase.kind === 'done' && state.leaks.searching.value;
  if (!first && !reading && (phase.kind !== 'scanning' || phase.elements < hugePageElements)) return null;
  if (phase.kind === 'done' && !reading) return null;
  const elements = phase.kind === 'scanning' ? phase.elements : 0;
  return (
    <div class={first ? 'progress progress-first' : 'progress'}>
      <p role="status">{reading ? t('scan.reading') : t('scan.scanning', { count: elements })}</p>
      <div class="bar" aria-hidden="true" />
      {phase.kind === 'scanning' && elements >= hugePageElements && (
        <div class="actions">
          <button
            type="button"
            class="button button-small"
            data-action="cancel-scan"
            onClick={state.current.cancel}
          >
            {t('scan.cancel')}
          </button>
          <span class="quiet">{t('scan.huge')}</span>
        </div>
      )}
    </div>
  );
}

function ScanAgain() {
  const { state, t } = usePanel();
  return (
    <button type="button" class="button button-small" data-action="rescan" onClick={state.rescan}>
      {t('scan.again')}
    </button>
  );
}

function ScanFailed({ reason }: { readonly reason: string }) {
  const { t } = usePanel();
  const key = `scanFailed.${reason}`;
  return (
    <Notice tone="bad" title={t('scan.failed')} actions={<ScanAgain />}>
      <p>{t('scan.failedMeans')}</p>
      <p class="quiet wrap">{t.has(key) ? t(key) : reason}</p>
    </Notice>
  );
}

function ScanCancelled({ first }: { readonly first: boolean }) {
  const { t } = usePanel();
  return (
    <Notice tone="warn" title={t('scan.cancelled')} actions={<ScanAgain />}>
      <p>{first ? t('scan.cancelledNothing') : t('scan.cancelledOld')}</p>
    </Notice>
  );
}
