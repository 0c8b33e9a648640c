import type { LeakPlace } from '../../findings/finding.ts';
import { kindWords } from '../../findings/kindWords.ts';
import type { Translate } from '../../messages/translate.ts';
import { placeReason } from '../leakWords.ts';
import type { PageReport, ReportedLeak } from '../pageReport.ts';
import { visibleText } from '../visibleText.ts';
import { type Markup, markup } from './markup.ts';

const mostPlaces = 20;
const longestPath = 600;

export interface HtmlLeakOptions extends Pick<PageReport, 'rules'> {
  /** As it stands in the pictures; absent: it is in none. */
  readonly number?: number;
  /** Until when and why it is accepted. */
  readonly note?: string;
}

/** One finding in the list of its page. */
export function htmlLeak(leak: ReportedLeak, options: HtmlLeakOptions, t: Translate): Markup {
  const isLeak = leak.certainty === 'leak';
  const { number, note } = options;
  // That it would be recorded stands above the list.
  const said = note ?? (isLeak ? undefined : t('certainty.possible'));
  return markup`<li class="leak ${isLeak ? 'is-leak' : 'is-possible'}" data-item data-severity="${leak.severity}">
${number === undefined ? undefined : markup`<span class="number" aria-hidden="true">${number}</span>`}<div class="leak-body"><p class="leak-head"><b>${kindWords(leak.kind, t)}</b> ${sampleOf(leak, t)} <span class="severity severity-${leak.severity}">${t(`severity.${leak.severity}`)}</span>${leak.tags.map((tag) => markup` <span class="tag">${t(`tag.${tag}`)}</span>`)}</p>
${said === undefined ? undefined : markup`<p class="quiet">${said}</p>`}
${placesOf(leak, options, t)}${valuesOf(leak)}</div></li>
`;
}

function sampleOf(leak: ReportedLeak, t: Translate): Markup {
  if (leak.kind.type === 'value') return markup`<code class="sample">${leak.sample}</code>`;
  return markup`<span>${t(leak.certainty === 'leak' ? 'finding.field' : 'finding.field-possible')}</span>`;
}

function placesOf({ places }: ReportedLeak, page: HtmlLeakOptions, t: Translate): Markup {
  const more = places.length - mostPlaces;
  const last = more > 0 ? markup`<li class="quiet">${t('list.more', { count: more })}</li>` : undefined;
  return markup`<ul class="places">${places.slice(0, mostPlaces).map((place) => htmlPlace(place, placeReason(place, page, t), t))}${last}</ul>`;
}

function htmlPlace({ channel, name, path }: LeakPlace, reason: string, t: Translate): Markup {
  const what = name === undefined ? undefined : markup` <code>${name}</code>`;
  return markup`<li><span class="channel">${t(`report.channel.${channel}`)}${what}</span> <span class="path">${visibleText(path, longestPath) || '/'}</span> <span class="reason">${reason}</span></li>`;
}

/** Only where somebody asked for them. */
function valuesOf({ values }: ReportedLeak): Markup | undefined {
  if (!values) return undefined;
  return markup`<ul class="values">${values.map((value) => markup`<li><code>${visibleText(value, longestPath)}</code></li>`)}</ul>`;
}
