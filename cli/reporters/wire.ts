import type { Translate } from '../../core/messages/translate.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import { visibleText } from '../../core/report/visibleText.ts';
import { wireWords } from '../../core/report/wireWords.ts';
import type { WireArrival, WireNotSeen, WireReport } from '../../core/wire/wireReport.ts';

/** What left the browser while the page was looked at; nothing where nobody listened. */
export function wireLines({ wire }: PageReport, t: Translate): string[] {
  if (!wire) return [];
  const { notInspected, notSeen = [] } = wire;
  return [
    `  ${heading(wire, t)}`,
    ...wire.arrivals.flatMap((arrival) => arrivalLines(arrival, t)),
    ...notSeen.map((one) => `    ${notSeenWords(one, t)}`),
    ...(notSeen.length > 0 ? [`        ${t('wire.notProof')}`] : []),
    ...notInspected.map(({ origin, carrier, why, count }) => {
      const where = origin === '' ? '' : `\n        ${visibleText(origin)}`;
      return `    ${t('wire.notInspected')}  ${t(`wire.notInspected.${why}`)} (${carrier}, ${count})${where}`;
    }),
  ];
}

function heading({ messages, ofPlayed }: WireReport, t: Translate): string {
  const heard = t('wire.heard', { count: messages });
  if (ofPlayed === undefined) return heard;
  return `${heard}. ${ofPlayed === 0 ? t('wire.noneOfPlayed') : t('wire.ofPlayed', { count: ofPlayed })}`;
}

function arrivalLines(arrival: WireArrival, t: Translate): string[] {
  const { receiver, predicted, isUnpredicted, match, count, encodings } = arrival;
  const whose = receiver.recorder ?? t(receiver.isThirdParty ? 'wire.thirdParty' : 'wire.firstParty');
  const said = [
    whose,
    ...(match === 'whole' ? [] : [t(`wire.${match}`)]),
    t('wire.times', { count }),
    ...(predicted === null
      ? []
      : [t('report.wire.predicted', { treatment: t(`report.treatment.${predicted}`) })]),
  ];
  const [wrapped = []] = encodings;
  const way = wrapped.length === 0 ? '' : `\n        ${wrapped.join(' > ')}`;
  const mark = isUnpredicted ? `✗ ${t('wire.unpredicted')}` : t('wire.arrived');
  return [`    ${mark}  ${wireWords(arrival, t)}: ${said.join(', ')}${way}`];
}

function notSeenWords({ kind, predicted, count }: WireNotSeen, t: Translate): string {
  const what = kind === 'text' ? t('report.wire.text') : t(`fieldClass.${kind}`);
  const times = count > 1 ? ` (${count})` : '';
  return `${t(predicted === 'unknown' ? 'wire.notSeen-unknown' : 'wire.notSeen')}: ${what}${times}`;
}
