import type { Translate } from '../../messages/translate.ts';
import type { Treatment } from '../../treatment/treatment.ts';
import type { PageReport } from '../pageReport.ts';
import { type Markup, markup } from './markup.ts';

const treatments = ['captured', 'masked', 'excluded', 'unknown'] as const satisfies readonly Treatment[];
const width = 600;
const height = 14;

/** A bar of everything that was looked at, by what becomes of it, and the same in words under it. */
export function coverageBar(counts: Readonly<Record<Treatment, number>>, t: Translate): Markup {
  const all = treatments.reduce((sum, treatment) => sum + counts[treatment], 0);
  if (all === 0) return markup`<p class="quiet">${t('report.coverage.none')}</p>`;
  let x = 0;
  const parts = treatments.map((treatment) => {
    const part = (counts[treatment] / all) * width;
    const rect = markup`<rect class="bar-${treatment}" x="${x.toFixed(1)}" y="0" width="${part.toFixed(1)}" height="${height}"/>`;
    x += part;
    return rect;
  });
  const words = treatments.map(
    (treatment) =>
      markup`<li><svg class="swatch" viewBox="0 0 28 14" aria-hidden="true"><rect class="bar-${treatment}" width="28" height="14"/></svg><span><b>${new Intl.NumberFormat(t.locale).format(counts[treatment])}</b> ${t(`report.treatment.${treatment}`)}</span></li>`,
  );
  return markup`<div class="coverage"><svg class="bar" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">${parts}</svg><ul class="legend">${words}</ul></div>`;
}

/** By channel; channels in which there was nothing are not listed. */
export function coverageTable({ coverage }: PageReport, t: Translate): Markup | undefined {
  const rows = Object.entries(coverage ?? {}).filter(([, counts]) =>
    treatments.some((one) => counts[one] > 0),
  );
  if (rows.length === 0) return undefined;
  const head = treatments.map((one) => markup`<th scope="col">${t(`report.treatment.${one}`)}</th>`);
  const body = rows.map(
    ([channel, counts]) =>
      markup`<tr><th scope="row">${t(`report.channel.${channel}`)}</th>${treatments.map((one) => markup`<td>${counts[one]}</td>`)}</tr>`,
  );
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${t('report.coverage')}"><table class="numbers"><thead><tr><th scope="col">${t('report.column.channel')}</th>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
