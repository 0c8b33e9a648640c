import { profileById } from '../../core/profiles/registry.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { type ReportForm, reportFile } from './reportFile.ts';
import { runOf } from './runOf.ts';

export interface SaveReportProps {
  /** Of the file, without its ending. */
  readonly name: string;
  /** Null: there is nothing to be reported yet. */
  readonly reports: () => readonly PageReport[] | null;
  /** Id of the profile that the pages were checked with. */
  readonly recorder: () => string;
  readonly small?: boolean;
}

/** One report as a page that anybody can open, and the same as data. */
export function SaveReport({ name, reports, recorder, small = false }: SaveReportProps) {
  const { state, client, t } = usePanel();

  async function save(form: ReportForm): Promise<void> {
    const pages = reports();
    const profile = profileById(recorder());
    if (!pages || !profile) return;
    const run = runOf(pages, profile, state.leakSettings.dated.peek());
    const words = { t, version: client.version, writtenAt: new Date().toISOString() };
    client.saveFile(await reportFile(name, form, { run, reports: pages, words }));
  }

  return (
    <>
      <ActionButton
        icon="file"
        small={small}
        action={`${name}-html`}
        label={t('saveReport.html')}
        onClick={() => save('html')}
      />
      <ActionButton
        tone="quiet"
        small={small}
        action={`${name}-json`}
        label={t('saveReport.json')}
        onClick={() => save('json')}
      />
    </>
  );
}
