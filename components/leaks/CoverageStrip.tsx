import type { Coverage } from '../../core/findings/coverageOf.ts';
import type { Treatment } from '../../core/treatment/treatment.ts';
import { usePanel } from '../PanelContext.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { coverageRows } from './coverageRows.ts';

const columns: readonly Treatment[] = ['captured', 'unknown', 'masked', 'excluded'];

/** How much of each kind of content would be sent: in one line, and as a table. */
export function CoverageStrip({ coverage }: { readonly coverage: Coverage }) {
  const { t } = usePanel();
  const rows = coverageRows(coverage);
  const sent = rows.filter((row) => row.counts.captured > 0);
  const words = sent.slice(0, 2).map((row) => t(`sent.${row.channel}`, { count: row.counts.captured }));
  return (
    <Disclosure
      class="coverage"
      label={
        <span>
          {words.length > 0 ? t('coverage.sent', { what: words.join(' · ') }) : t('coverage.nothing')}
        </span>
      }
    >
      <table class="coverage-table">
        <caption class="visually-hidden">{t('coverage.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('coverage.channel')}</th>
            {columns.map((treatment) => (
              <th key={treatment} scope="col">
                {t(`treatment.${treatment}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.channel}>
              <th scope="row">{t(`channelName.${row.channel}`)}</th>
              {columns.map((treatment) => (
                <td key={treatment} class={row.counts[treatment] === 0 ? 'zero' : treatment}>
                  {row.counts[treatment]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  );
}
