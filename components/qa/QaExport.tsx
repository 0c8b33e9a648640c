import { usePanel } from '../PanelContext.ts';
import { SaveReport } from '../report/SaveReport.tsx';

/** The session as one report. */
export function QaExport() {
  const { state, t } = usePanel();
  const { qa } = state;
  return (
    <>
      <p class="quiet">{t('saveReport.means')}</p>
      <div class="actions">
        <SaveReport
          name="scrim-session"
          reports={() => qa.pages.peek().map(({ report }) => report)}
          recorder={() => qa.recorder.peek()}
        />
      </div>
    </>
  );
}
