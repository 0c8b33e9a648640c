import type { Treatment } from '../../core/treatment/treatment.ts';
import type { LeakReport } from '../client.ts';
import { usePanel } from '../PanelContext.ts';

const treatments: readonly Treatment[] = ['captured', 'unknown', 'masked', 'excluded'];

export interface RecorderTotalsProps {
  readonly names: readonly [string, string];
  readonly reports: readonly [LeakReport, LeakReport];
}

/** Two columns: what each recorder would do with this page, in numbers. */
export function RecorderTotals({ names, reports }: RecorderTotalsProps) {
  const { t } = usePanel();
  return (
    <table class="coverage-table compare-totals">
      <caption class="visually-hidden">{t('compare.totals')}</caption>
      <thead>
        <tr>
          <td />
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('compare.leaks')}</th>
          {reports.map(({ verdict }, index) => (
            <td key={names[index]} class="captured" data-leaks={verdict.leaks}>
              {verdict.leaks}
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('compare.possible')}</th>
          {reports.map(({ verdict }, index) => (
            <td key={names[index]}>{verdict.possibleLeaks}</td>
          ))}
        </tr>
        {treatments.map((treatment) => (
          <tr key={treatment}>
            <th scope="row">{t(`compare.values.${treatment}`)}</th>
            {reports.map((report, index) => (
              <td key={names[index]}>{valuesThat(report, treatment)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function valuesThat({ coverage }: LeakReport, treatment: Treatment): number {
  return Object.values(coverage).reduce((sum, counts) => sum + counts[treatment], 0);
}
