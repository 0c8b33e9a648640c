import type { Translate } from '../../messages/translate.ts';
import { measurementWords } from '../../profiles/documented/measurementWords.ts';
import { evidenceWords } from '../../profiles/evidenceWords.ts';
import type { CheckRun } from '../checkRun.ts';
import type { ReportWords } from '../reportWriter.ts';
import { judgementWords, runResult, runVerdict } from '../runVerdict.ts';
import { coverageBar } from './htmlCoverage.ts';
import { levelSign, treatmentPatterns } from './htmlSigns.ts';
import type { HtmlSurvey } from './htmlSurvey.ts';
import { type Markup, markup } from './markup.ts';

/** The first screenful: the verdict in one sentence, then the numbers, then what all of it rests on. */
export function htmlOverview(run: CheckRun, survey: HtmlSurvey, words: ReportWords): Markup {
  const { t } = words;
  return markup`<body>
<a class="skip" href="#pages">${t('report.skip')}</a>
${treatmentPatterns}
${masthead(run, words)}
<main>
${verdictBlock(run, t)}
${totalsBlock(run, t)}
<section class="card" aria-labelledby="looked"><h2 id="looked">${t('report.lookedAt')}</h2>
<p class="quiet">${t('report.lookedAtMeans', { recorder: run.profile.name })}</p>
${coverageBar(survey.looked, t)}</section>
${kindsBlock(survey, t)}
${basisBlock(run, t)}
`;
}

function masthead({ profile }: CheckRun, { t, writtenAt, version }: ReportWords): Markup {
  const when =
    writtenAt === undefined ? undefined : markup`<time datetime="${writtenAt}">${dayWords(writtenAt)}</time>`;
  return markup`<header class="masthead"><p class="brand"><svg viewBox="0 0 24 24" aria-hidden="true"><rect x="1" y="1" width="22" height="22" rx="6"/><path d="M6 8h12M6 12h7M6 16h10"/></svg><b>Scrim</b> <span>${t('report.subtitle', { recorder: profile.name })}</span></p><p class="quiet">${when} <span>${t('report.version', { version })}</span></p></header>`;
}

function dayWords(moment: string): string {
  return moment.slice(0, 16).replace('T', ' ') + (moment.endsWith('Z') ? ' UTC' : '');
}

function verdictBlock(run: CheckRun, t: Translate): Markup {
  const { level, sentence, details } = runVerdict(run, t);
  const reasons = judgementWords(run, t);
  const why =
    reasons.length === 0
      ? undefined
      : markup`<p class="verdict-why">${t('report.failedBecause')}</p><ul>${reasons.map((one) => markup`<li>${one}</li>`)}</ul>`;
  return markup`<section class="verdict verdict-${level}" aria-labelledby="verdict">${levelSign(level)}<div>
<h1 id="verdict">${sentence}</h1>${details.map((one) => markup`<p class="verdict-detail">${one}</p>`)}${why}
<p class="verdict-passed">${runResult(run, t)}</p></div></section>`;
}

function totalsBlock({ totals }: CheckRun, t: Translate): Markup {
  const shown = [
    'pages',
    'leaks',
    'possibleLeaks',
    'uninspected',
    'accepted',
    'suppressed',
    'overMasked',
  ] as const;
  const number = new Intl.NumberFormat(t.locale);
  const cells = shown.map(
    (key) =>
      markup`<div class="total total-${key}${totals[key] > 0 ? '' : ' is-none'}"><dt>${t(`report.total.${key}`)}</dt><dd>${number.format(totals[key])}</dd></div>`,
  );
  return markup`<dl class="totals">${cells}</dl>`;
}

/** One row for each kind of finding; nothing where there is none. */
function kindsBlock({ tally }: HtmlSurvey, t: Translate): Markup | undefined {
  const kinds = tally.kinds();
  if (kinds.length === 0) return undefined;
  const rows = kinds.map(
    ({ name, severity, leaks, possibleLeaks, pages }) =>
      markup`<tr><th scope="row">${name}</th><td><span class="severity severity-${severity}">${t(`severity.${severity}`)}</span></td><td>${leaks}</td><td>${possibleLeaks}</td><td>${pages}</td></tr>`,
  );
  const head = (['kind', 'severity', 'leaks', 'possibleLeaks', 'pages'] as const).map(
    (key) => markup`<th scope="col">${t(`report.column.${key}`)}</th>`,
  );
  return markup`<section class="card" aria-labelledby="kinds"><h2 id="kinds">${t('report.kinds')}</h2>
<div class="scroll" tabindex="0" role="group" aria-label="${t('report.kinds')}"><table class="numbers kinds"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

/** How well the recorder is known, which rules were played, and what else was looked for. */
function basisBlock(run: CheckRun, t: Translate): Markup {
  const { profile, rulesFile, detectors, suppressions, notes = [], measured } = run;
  const { evidence, name } = profile;
  const isDocumented = evidence.kind === 'documented';
  const sources = isDocumented
    ? markup`<details class="fold"><summary>${t('evidence.sources', { count: evidence.sources.length })}</summary><ul>${evidence.sources.map((source) => markup`<li class="path">${source}</li>`)}</ul></details>`
    : undefined;
  const own =
    detectors.length === 0
      ? undefined
      : markup`<li>${t('report.basis.detectors', { count: detectors.length })}</li>`;
  const accepted =
    suppressions.length === 0
      ? undefined
      : markup`<li>${t('report.basis.suppressions', { count: suppressions.length })}</li>`;
  const more = [
    ...(measured === undefined ? [] : measurementWords(measured, t)),
    ...notes.map(({ what, params }) => t(`runNote.${what}`, params)),
  ].map((line) => markup`<li>${line}</li>`);
  return markup`<section class="card" aria-labelledby="basis"><h2 id="basis">${t('report.basis')}</h2>
<p><b>${name}</b>: ${evidenceWords(evidence, t)}. ${isDocumented ? t('evidence.documentedMeans', { recorder: name }) : t('report.basis.verified', { recorder: name })}</p>
${sources}<ul class="plain"><li>${rulesFile ? t('report.basis.rulesFile', { file: rulesFile.path }) : t('report.basis.noRulesFile')}</li>${own}${accepted}${more}<li>${t('report.basis.values')}</li></ul></section>`;
}
