import { CompareSection } from '../compare/CompareSection.tsx';
import { usePanel } from '../PanelContext.ts';
import { Icon } from '../parts/Icon.tsx';
import { CoverageStrip } from './CoverageStrip.tsx';
import { groupFindings } from './groupFindings.ts';
import { HazardsSection } from './HazardsSection.tsx';
import { LeakGroupSection } from './LeakGroupSection.tsx';
import { NothingFound } from './NothingFound.tsx';
import { reportOf } from './reportOf.ts';
import { WaysOut } from './WaysOut.tsx';

/** What would leave this page: the counts first, then every leak, most severe first. */
export function LeaksView() {
  const { state, t } = usePanel();
  const report = state.leaks.report.value;
  const scan = state.leaks.reportedScan.value;
  if (!report || !scan) return <p class="empty">{t('leaks.noScan')}</p>;
  const leaks = groupFindings(report.findings.filter((finding) => finding.certainty === 'leak'));
  const possible = groupFindings(report.findings.filter((finding) => finding.certainty === 'possible'));
  return (
    <div class="leaks">
      <div class="report-line">
        <CoverageStrip coverage={report.coverage} />
        <ExportReport />
      </div>
      {leaks.length === 0 && possible.length === 0 && <NothingFound />}
      {leaks.map((group) => (
        <LeakGroupSection key={group.key} group={group} />
      ))}
      {possible.length > 0 && (
        <section class="possible" aria-label={t('leaks.possible')}>
          <h2 class="section-title">{t('leaks.possible')}</h2>
          <p class="quiet">{t('leaks.possibleMeans', { recorder: state.session.profile.value.name })}</p>
          {possible.map((group) => (
            <LeakGroupSection key={group.key} group={group} heading="h3" />
          ))}
        </section>
      )}
      <HazardsSection hazards={report.hazards} />
      <WaysOut />
      <CompareSection />
    </div>
  );
}

function ExportReport() {
  const { state, client, t } = usePanel();
  function save(): void {
    const report = state.leaks.report.peek();
    const scan = state.leaks.reportedScan.peek();
    if (!report || !scan) return;
    const { isOn, since, lateRecords } = state.recording;
    const recording = isOn.peek()
      ? { since: new Date(since.peek()).toISOString(), lateRecords: lateRecords.peek() }
      : null;
    const options = state.session.options.peek();
    const text = JSON.stringify(reportOf({ report, scan, options, recording }), null, 2);
    client.saveFile({ name: 'scrim-report.json', type: 'application/json', text: `${text}\n` });
  }
  return (
    <button type="button" class="button button-small" data-action="export-report" onClick={save}>
      <Icon name="file" />
      {t('leaks.export')}
    </button>
  );
}
