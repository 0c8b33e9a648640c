import { useState } from 'preact/hooks';
import type { LeakTag } from '../../core/findings/finding.ts';
import { CompareSection } from '../compare/CompareSection.tsx';
import { FillSection } from '../fill/FillSection.tsx';
import { usePanel } from '../PanelContext.ts';
import { presentReport } from '../report/presentReport.ts';
import { SaveReport } from '../report/SaveReport.tsx';
import { WireSection } from '../wire/WireSection.tsx';
import { CoverageStrip } from './CoverageStrip.tsx';
import { groupFindings } from './groupFindings.ts';
import { HazardsSection } from './HazardsSection.tsx';
import { LeakGroupSection } from './LeakGroupSection.tsx';
import { NothingFound } from './NothingFound.tsx';
import { OverMaskedSection } from './OverMaskedSection.tsx';
import { SuppressedSection } from './SuppressedSection.tsx';
import { TagFilter } from './TagFilter.tsx';
import { WaysOut } from './WaysOut.tsx';

/** What would leave this page: the counts first, then every leak, most severe first. */
export function LeaksView() {
  const { state, t } = usePanel();
  const [wanted, setWanted] = useState<LeakTag | null>(null);
  const report = state.leaks.report.value;
  const scan = state.leaks.reportedScan.value;
  if (!report || !scan) return <p class="empty">{t('leaks.noScan')}</p>;
  // A tag that no finding has any more hides nothing.
  const tag = report.findings.some(({ tags }) => wanted !== null && tags.includes(wanted)) ? wanted : null;
  const shown = report.findings.filter(({ tags }) => tag === null || tags.includes(tag));
  const leaks = groupFindings(shown.filter((finding) => finding.certainty === 'leak'));
  const possible = groupFindings(shown.filter((finding) => finding.certainty === 'possible'));
  return (
    <div class="leaks">
      <div class="report-line">
        <CoverageStrip coverage={report.coverage} />
        <ExportReport />
      </div>
      <FillSection />
      <TagFilter findings={report.findings} chosen={tag} onChoose={setWanted} />
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
      <SuppressedSection />
      <HazardsSection hazards={report.hazards} />
      <OverMaskedSection />
      <WaysOut />
      <WireSection />
      <CompareSection />
    </div>
  );
}

function ExportReport() {
  const { state } = usePanel();
  return (
    <div class="actions report-export">
      <SaveReport
        small
        name="scrim-report"
        reports={() => {
          const report = presentReport(state);
          return report && [report];
        }}
        recorder={() => state.leaks.reportedScan.peek()?.profile ?? ''}
      />
    </div>
  );
}
