import { useEffect, useState } from 'preact/hooks';
import type { DetectorTrial } from '../client.ts';
import { usePanel } from '../PanelContext.ts';

/** Typing is not tried letter by letter. */
const typingPauseMilliseconds = 300;

/**
 * What the pattern finds in what would be recorded of this page, or what is wrong with it, while it is written.
 *
 * @param entry in the form of the rule file; its JSON says whether it is another one
 */
export function DetectorTrialLine({ entry }: { readonly entry: Readonly<Record<string, unknown>> }) {
  const { state, client, t } = usePanel();
  const scan = state.leaks.reportedScan.value;
  const written = JSON.stringify(entry);
  const [tried, setTried] = useState<{ readonly of: string; readonly trial: DetectorTrial } | null>(null);
  useEffect(() => {
    if (!scan) return undefined;
    const stop = new AbortController();
    const run = async () => {
      try {
        const trial = await client.leaks.tryDetector(scan, JSON.parse(written), stop.signal);
        setTried({ of: written, trial });
      } catch (error) {
        if (stop.signal.aborted) return;
        const detail = error instanceof Error ? error.message : String(error);
        const problem = { kind: 'detector', at: 1, code: 'trial-failed', params: { detail } } as const;
        setTried({ of: written, trial: { problem } });
      }
    };
    const timer = setTimeout(() => void run(), typingPauseMilliseconds);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [scan, written, client]);
  return (
    <p class="detector-trial" role="status" data-trial={trialState(tried, written)}>
      {scan ? <TrialWords tried={tried?.of === written ? tried.trial : null} /> : t('detectors.noPage')}
    </p>
  );
}

function trialState(
  tried: { readonly of: string; readonly trial: DetectorTrial } | null,
  written: string,
): string {
  if (tried?.of !== written) return 'trying';
  return 'problem' in tried.trial ? 'problem' : 'done';
}

function TrialWords({ tried }: { readonly tried: DetectorTrial | null }) {
  const { t } = usePanel();
  if (!tried) return <span class="quiet">{t('detectors.trying')}</span>;
  if ('problem' in tried) {
    const { code, params } = tried.problem;
    return <span class="field-problem">{t(`leakSettings.${code}`, params)}</span>;
  }
  return (
    <>
      {tried.count === 0 ? t('detectors.findsNothing') : t('detectors.finds', { count: tried.count })}
      {tried.stopped && <span class="field-problem"> {t('detectors.stopped')}</span>}
    </>
  );
}
