import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { totalsOf } from './totalsOf.ts';

/** The session as one file. */
export function QaExport() {
  const { state, client, t } = usePanel();
  function save(): void {
    const { pages, since, recorder } = state.qa;
    const reports = pages.peek().map(({ report }) => report);
    const body = {
      scrim: 1,
      report: 'session',
      since: since.peek(),
      profile: recorder.peek(),
      pages: reports,
      summary: totalsOf(reports),
    };
    const text = `${JSON.stringify(body, null, 2)}\n`;
    client.saveFile({ name: 'scrim-session.json', type: 'application/json', text });
  }
  return (
    <>
      <p class="quiet">{t('qa.exportMeans')}</p>
      <div class="actions">
        <ActionButton icon="file" action="qa-export" label={t('qa.export')} onClick={save} />
      </div>
    </>
  );
}
