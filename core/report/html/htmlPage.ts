import type { Translate } from '../../messages/translate.ts';
import { pageLabel } from '../pageLabel.ts';
import type { PageReport, SuppressedLeak } from '../pageReport.ts';
import { wireWords } from '../wireWords.ts';
import { coverageTable } from './htmlCoverage.ts';
import { htmlLeak } from './htmlLeak.ts';
import { htmlPictures } from './htmlPictures.ts';
import { levelSign } from './htmlSigns.ts';
import { htmlLimits } from './htmlSurvey.ts';
import { type Markup, markup } from './markup.ts';

export interface HtmlPageOptions {
  /** From 0; its address in the report is `#page-<number>`. */
  readonly number: number;
  readonly isOpen: boolean;
  /** Whether there is room for its pictures. */
  readonly isPictured: boolean;
}

/** One look at one page: folded unless it is one of few. */
export function htmlPage(
  page: PageReport,
  { number, isOpen, isPictured }: HtmlPageOptions,
  t: Translate,
): Markup {
  const { verdict } = page;
  return markup`<details class="page page-${verdict.level}" id="page-${number}" data-level="${verdict.level}"${isOpen ? OPEN : undefined}>
<summary>${levelSign(verdict.level)}<h3 class="page-name">${pageLabel(page)}</h3><span class="chips">${chips(page, t)}</span></summary>
<div class="page-body">
${htmlPictures(page, isPictured, t)}
${leaksPart(page, t)}${wirePart(page, t)}${unseenPart(page, t)}${acceptedPart(page, t)}${hazardsPart(page, t)}${rulesPart(page, t)}${visitorPart(page, t)}${coveragePart(page, t)}
</div></details>
`;
}

const OPEN = markup` open`;

function chips({ loaded, verdict }: PageReport, t: Translate): Markup[] {
  if (!loaded) return [markup`<span class="chip">${t('report.chip.notLoaded')}</span>`];
  const counted = (key: string, count: number) =>
    count > 0 ? [markup`<span class="chip chip-${key}">${t(`report.chip.${key}`, { count })}</span>`] : [];
  const all = [
    ...counted('leaks', verdict.leaks),
    ...counted('possible', verdict.possibleLeaks),
    ...counted('uninspected', verdict.uninspected),
  ];
  return all.length > 0 ? all : [markup`<span class="chip chip-clean">${t('report.chip.clean')}</span>`];
}

function leaksPart(page: PageReport, t: Translate): Markup {
  if (!page.loaded) return markup`<p>${t('cli.notLoaded')}</p>`;
  if (page.leaks.length === 0) {
    const key = page.verdict.level === 'green' ? 'report.page.clean' : 'report.page.partly';
    return markup`<p>${t(key)}</p>`;
  }
  const more = page.leaks.length - htmlLimits.findings;
  const note =
    more > 0 ? markup`<p class="quiet">${t('report.page.moreLeaks', { count: more })}</p>` : undefined;
  const items = page.leaks.slice(0, htmlLimits.findings).map((leak, at) => {
    const number = page.pictures ? page.pictures.numbers[leak.id] : at + 1;
    return htmlLeak(leak, { rules: page.rules, ...(number === undefined ? {} : { number }) }, t);
  });
  return markup`<h4>${t('report.page.leaks')}</h4><ol class="leaks">${items}</ol>${note}`;
}

function wirePart({ wire }: PageReport, t: Translate): Markup | undefined {
  if (!wire) return undefined;
  const arrivals = wire.arrivals.map(
    (arrival) =>
      markup`<li data-item data-severity="${arrival.isUnpredicted ? 'critical' : ''}">${arrival.isUnpredicted ? markup`<b>${t('report.kind.unpredicted')}</b> ` : undefined}${wireWords(arrival, t)}${arrival.predicted === null ? undefined : markup` <span class="quiet">${t('report.wire.predicted', { treatment: t(`report.treatment.${arrival.predicted}`) })}</span>`}</li>`,
  );
  const gaps = wire.notInspected.map(
    ({ origin, carrier, why, count }) =>
      markup`<li class="quiet">${t(`wire.notInspected.${why}`)} (${carrier}, ${count}) <span class="path">${origin}</span></li>`,
  );
  const unseen = (wire.notSeen ?? []).map(
    ({ kind, count }) =>
      markup`<li class="quiet">${t('report.wire.notSeen', { count, kind: kind === 'text' ? t('report.wire.text') : t(`fieldClass.${kind}`) })}</li>`,
  );
  const said = [
    t('report.wire.messages', { count: wire.messages }),
    ...(wire.ofPlayed === 0 ? [t('report.wire.noneOfPlayed')] : []),
    ...(arrivals.length === 0 ? [t('report.wire.none')] : []),
  ].join(' ');
  return markup`<h4>${t('report.wire')}</h4><p class="quiet">${said}</p><ul class="rows">${arrivals}${unseen}${gaps}</ul>`;
}

function unseenPart({ uninspected }: PageReport, t: Translate): Markup | undefined {
  if (uninspected.length === 0) return undefined;
  const items = uninspected
    .slice(0, htmlLimits.findings)
    .map(
      ({ reason, detail, origin, path }) =>
        markup`<li data-item>${t(`uninspected.${reason}`)}${detail === undefined ? undefined : markup` <span class="quiet">${detail}</span>`} <span class="path">${[origin, path].filter(Boolean).join(' ')}</span></li>`,
    );
  return markup`<h4>${t('report.notInspected')}</h4><ul class="rows">${items}</ul>`;
}

function acceptedPart(page: PageReport, t: Translate): Markup | undefined {
  const { suppressed, accepted = [], suppressions } = page;
  const terms = ({ by }: SuppressedLeak) =>
    suppressions
      .filter(({ id }) => by.includes(id))
      .map(({ reason, expires }) => t('report.acceptedUntil', { reason, date: expires }))
      .join(' ');
  const rows = [
    ...accepted.map((leak) => ({
      leak,
      why: t('report.acceptedUntil', { reason: leak.reason, date: leak.expires }),
    })),
    ...suppressed.map((leak) => ({ leak, why: terms(leak) })),
  ];
  if (rows.length === 0) return undefined;
  const items = rows.map(({ leak, why }) => htmlLeak(leak, { rules: page.rules, note: why }, t));
  return markup`<details class="fold"><summary>${t('report.page.accepted', { count: rows.length })}</summary><ul class="leaks">${items}</ul></details>`;
}

function hazardsPart({ hazards }: PageReport, t: Translate): Markup | undefined {
  const shown = hazards.filter(({ isRuleProblem }) => !isRuleProblem);
  if (shown.length === 0) return undefined;
  const items = shown.map(
    ({ id, severity, count, unit, paths }) =>
      markup`<li><b>${t(`hazard.${id}.what`)}</b> <span class="severity severity-${severity}">${t(`severity.${severity}`)}</span> <span class="quiet">${t(`hazards.count.${unit}`, { count })}</span> <span class="path">${paths[0] ?? ''}</span></li>`,
  );
  return markup`<details class="fold"><summary>${t('report.page.hazards', { count: shown.length })}</summary><ul class="rows">${items}</ul></details>`;
}

function rulesPart({ rules, problems }: PageReport, t: Translate): Markup | undefined {
  const matched = rules.filter(({ matches }) => matches > 0);
  if (matched.length === 0 && problems.length === 0) return undefined;
  const items = matched.map(
    ({ name, matches, kinds = [] }) =>
      markup`<li><span>${name}</span> <span class="quiet">${t('report.rule.matches', { count: matches })}</span> <span class="path">${kinds.join(', ')}</span></li>`,
  );
  const broken = problems.map(
    ({ kind, selector, detail }) =>
      markup`<li><b>${t(`ruleProblem.${kind}`)}</b> <span class="path">${selector}</span> <span class="quiet">${detail}</span></li>`,
  );
  return markup`<details class="fold"><summary>${t('report.page.rules', { count: matched.length })}</summary><ul class="rows">${broken}${items}</ul></details>`;
}

function visitorPart({ visitor }: PageReport, t: Translate): Markup | undefined {
  if (!visitor) return undefined;
  const { filled, skipped, opened, shownPasswords, locale, seed } = visitor;
  const params = {
    count: filled.length,
    skipped: skipped.length,
    opened,
    shown: shownPasswords,
    locale,
    seed: String(seed),
  };
  return markup`<p class="quiet">${t('report.visitor', params)}</p>`;
}

function coveragePart(page: PageReport, t: Translate): Markup | undefined {
  const table = coverageTable(page, t);
  return table && markup`<details class="fold"><summary>${t('report.coverage')}</summary>${table}</details>`;
}
