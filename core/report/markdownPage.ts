import type { Translate } from '../messages/translate.ts';
import { escapeMarkdown, markdownCode } from './escapeMarkdown.ts';
import { leakWords, placeReason, placeWords } from './leakWords.ts';
import { pageLabel } from './pageLabel.ts';
import type { PageReport, ReportedLeak } from './pageReport.ts';
import { wireWords } from './wireWords.ts';

/** More of one page are counted. */
const mostLeaks = 50;
const mostPlaces = 5;

/** One page, folded: what leaks with its places, and what was not inspected. */
export function markdownPage(page: PageReport, t: Translate): string {
  const { leaks, uninspected, wire } = page;
  const counts = [
    ...counted(page.verdict.leaks, 'report.chip.leaks', t),
    ...counted(page.verdict.possibleLeaks, 'report.chip.possible', t),
    ...counted(page.verdict.uninspected, 'report.chip.uninspected', t),
  ];
  const title = `${markdownCode(pageLabel(page))} ${escapeMarkdown(counts.join(', '))}`;
  const more = leaks.length - mostLeaks;
  const lines = [
    ...(wire?.arrivals ?? [])
      .filter(({ isUnpredicted }) => isUnpredicted)
      .map(
        (arrival) =>
          `- **${escapeMarkdown(t('report.kind.unpredicted'))}** ${escapeMarkdown(wireWords(arrival, t))}\n`,
      ),
    ...leaks.slice(0, mostLeaks).map((leak) => leakItem(leak, page, t)),
    ...(more > 0 ? [`- ${escapeMarkdown(t('list.more', { count: more }))}\n`] : []),
    ...uninspected.slice(0, mostLeaks).map(({ reason, path, origin, detail }) => {
      const where = [origin, path].filter(Boolean).join(' ');
      const said = [t(`uninspected.${reason}`), ...(detail === undefined ? [] : [detail])].join(' - ');
      return `- ${escapeMarkdown(said)}${where === '' ? '' : ` ${markdownCode(where)}`}\n`;
    }),
  ];
  return `<details><summary>${title}</summary>\n\n${lines.join('')}\n</details>\n\n`;
}

function leakItem(leak: ReportedLeak, page: PageReport, t: Translate): string {
  const head = `- **${escapeMarkdown(t(`severity.${leak.severity}`))}** ${escapeMarkdown(leakWords(leak, t))}\n`;
  const places = leak.places
    .slice(0, mostPlaces)
    .map(
      (place) => `  - ${markdownCode(placeWords(place))} ${escapeMarkdown(placeReason(place, page, t))}\n`,
    );
  const more = leak.places.length - mostPlaces;
  const values = (leak.values ?? []).map((value) => `  - ${markdownCode(value)}\n`);
  return [
    head,
    ...places,
    ...(more > 0 ? [`  - ${escapeMarkdown(t('list.more', { count: more }))}\n`] : []),
    ...values,
  ].join('');
}

function counted(count: number, key: string, t: Translate): string[] {
  return count > 0 ? [t(key, { count })] : [];
}
