import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PanelClient } from '../client.ts';
import { usePanel } from '../PanelContext.ts';
import { buildReplayDocument } from './buildReplayDocument.ts';

/** The page as the replay would show it: rebuilt from the capture records alone, in a frame that can do nothing. */
export function ReplayView() {
  const { state, client, t } = usePanel();
  const drafted = state.draftScan.scan.value !== null;
  const [showDraft, setShowDraft] = useState(false);
  const scan = showDraft && drafted ? state.draftScan.scan.value : state.current.scan.value;
  const css = usePageStyles(client, scan !== null && state.page.value.kind === 'ready');
  const replay = useMemo(() => (scan ? buildReplayDocument(scan, css) : null), [scan, css]);
  if (!replay) return <p class="empty">{t('replay.noScan')}</p>;
  return (
    <div class="replay">
      <div class="replay-bar">
        <p class="quiet">{t('replay.explains')}</p>
        {drafted && (
          <label class="choice">
            <input
              type="checkbox"
              name="replay-draft"
              checked={showDraft}
              onChange={(event) => setShowDraft(event.currentTarget.checked)}
            />
            {t('replay.draft')}
          </label>
        )}
      </div>
      {replay.cut && <p class="quiet">{t('replay.cut')}</p>}
      <iframe class="replay-frame" title={t('replay.title')} sandbox="" srcdoc={replay.html} />
    </div>
  );
}

/** Asks the page once for the text of its style sheets: an empty text until they come. */
function usePageStyles(client: PanelClient, wanted: boolean): string {
  const [css, setCss] = useState('');
  useEffect(() => {
    if (!wanted) return undefined;
    const stop = new AbortController();
    const requestId = Date.now();
    const pieces: string[] = [];
    client.page.onMessage((message) => {
      if (message.type !== 'replay/styles' || message.body.requestId !== requestId) return;
      pieces.push(message.body.css);
      if (message.body.last) setCss(pieces.join(''));
    }, stop.signal);
    client.page.send({ type: 'replay/styles', body: { requestId } });
    return () => stop.abort();
  }, [client, wanted]);
  return css;
}
