import type { Translate } from '../../messages/translate.ts';
import type { CheckRun } from '../checkRun.ts';
import { baselineLines } from '../markdownBaseline.ts';
import { type HtmlSurvey, htmlLimits, type SurveyedGap, type SurveyedRule } from './htmlSurvey.ts';
import { type Markup, markup, ownMarkup } from './markup.ts';
import { reportScript } from './reportScript.ts';

/** The bar that stays in sight: the views of the report, and search where scripts run. */
export function htmlViews(run: CheckRun, survey: HtmlSurvey, t: Translate): Markup {
  const views = [
    markup`<a href="#pages">${t('report.view.pages')} <span>${survey.pages}</span></a>`,
    markup`<a href="#rules">${t('report.view.rules')} <span>${survey.rules.length}</span></a>`,
    markup`<a href="#unseen">${t('report.notInspected')} <span>${run.totals.uninspected}</span></a>`,
    ...(run.baseline ? [markup`<a href="#baseline">${t('report.baseline')}</a>`] : []),
  ];
  const option = (value: string, text: string) => markup`<option value="${value}">${text}</option>`;
  return markup`<div class="bar-views"><nav aria-label="${t('report.views')}">${views}</nav>
<form class="tools" role="search"><label class="search"><span class="hidden">${t('report.search')}</span><input id="search" type="search" placeholder="${t('report.search')}" autocomplete="off"></label>
<label><span class="hidden">${t('report.filter.level')}</span><select id="level">${option('', t('report.filter.allPages'))}${option('red', t('report.filter.red'))}${option('amber', t('report.filter.amber'))}${option('green', t('report.filter.green'))}</select></label>
<label><span class="hidden">${t('report.filter.severity')}</span><select id="severity">${option('', t('report.filter.allSeverities'))}${(['critical', 'high', 'medium', 'low'] as const).map((one) => option(one, t(`severity.${one}`)))}</select></label>
<button type="button" id="open-all">${t('report.openAll')}</button><button type="button" id="close-all">${t('report.closeAll')}</button><button type="button" id="print">${t('report.print')}</button></form>
<p id="shown" class="hidden" role="status" data-text="${t('report.shown')}"></p></div>
<section id="pages" aria-labelledby="pages-title"><h2 id="pages-title">${t('report.view.pages')}</h2>
${survey.picturesLeftOut > 0 ? markup`<p class="quiet">${t('report.pictures.leftOutCount', { count: survey.picturesLeftOut })}</p>` : undefined}
`;
}

/** What comes after the pages: rules, what was not inspected, the baseline. */
export function htmlClosing(run: CheckRun, survey: HtmlSurvey, t: Translate): Markup {
  return markup`</section>
${rulesView(survey, t)}
${unseenView(survey, t)}
${baselineView(run, t)}
<footer class="quiet"><p>${t('report.footer')}</p></footer>
</main>
<script>${ownMarkup(reportScript)}</script>
</body>
</html>
`;
}

function rulesView({ rules }: HtmlSurvey, t: Translate): Markup {
  const items = rules
    .toSorted((a, b) => b.leaks - a.leaks || b.problems.size - a.problems.size || b.matches - a.matches)
    .map((rule) => ruleItem(rule, t));
  const list = items.length === 0 ? markup`<p>${t('report.rules.none')}</p>` : markup`${items}`;
  return markup`<section id="rules" aria-labelledby="rules-title"><h2 id="rules-title">${t('report.view.rules')}</h2><p class="quiet">${t('report.rules.means')}</p>${list}</section>`;
}

function ruleItem(rule: SurveyedRule, t: Translate): Markup {
  const { name, matches, kinds, leaks, problems, pages, pageCount } = rule;
  const chips = [
    ...(leaks > 0
      ? [markup`<span class="chip chip-leaks">${t('report.rule.leaks', { count: leaks })}</span>`]
      : []),
    ...[...problems].map(
      (kind) => markup`<span class="chip chip-uninspected">${t(`ruleProblem.${kind}`)}</span>`,
    ),
    markup`<span class="chip">${matches === 0 ? t('report.rule.nothing') : t('report.rule.matches', { count: matches })}</span>`,
  ];
  const links = pages.map(
    ({ number, label, matches: here }) =>
      markup`<li><a href="#page-${number}">${label}</a> <span class="quiet">${t('report.rule.matches', { count: here })}</span></li>`,
  );
  const more = pageCount - htmlLimits.named;
  const last = more > 0 ? markup`<li class="quiet">${t('list.more', { count: more })}</li>` : undefined;
  const of = kinds.size === 0 ? undefined : markup`<p class="path">${[...kinds].toSorted().join(', ')}</p>`;
  return markup`<details class="rule fold"><summary><h3>${name}</h3><span class="chips">${chips}</span></summary>${of}<ul class="rows">${links}${last}</ul></details>`;
}

function unseenView({ unseen }: HtmlSurvey, t: Translate): Markup {
  const items = unseen.map((gap) => gapItem(gap, t));
  const list = items.length === 0 ? markup`<p>${t('report.unseen.none')}</p>` : markup`${items}`;
  return markup`<section id="unseen" aria-labelledby="unseen-title"><h2 id="unseen-title">${t('report.notInspected')}</h2><p class="quiet">${t('report.help.uninspected')}</p>${list}</section>`;
}

function gapItem({ reason, count, places }: SurveyedGap, t: Translate): Markup {
  const rows = places.map(
    ({ number, label, gap }) =>
      markup`<li><a href="#page-${number}">${label}</a> <span class="path">${[gap.origin, gap.path].filter(Boolean).join(' ')}</span> <span class="quiet">${gap.detail ?? ''}</span></li>`,
  );
  const more = count - places.length;
  const last = more > 0 ? markup`<li class="quiet">${t('list.more', { count: more })}</li>` : undefined;
  return markup`<details class="rule fold"><summary><h3>${t(`uninspected.${reason}`)}</h3><span class="chips"><span class="chip">${count}</span></span></summary><ul class="rows">${rows}${last}</ul></details>`;
}

function baselineView({ baseline }: CheckRun, t: Translate): Markup | undefined {
  if (!baseline) return undefined;
  const lines = baselineLines(baseline, t);
  const list =
    lines.length === 0
      ? markup`<p>${t('report.baselineSame')}</p>`
      : markup`<ul class="rows">${lines.map((line) => markup`<li>${line}</li>`)}</ul>`;
  return markup`<section id="baseline" aria-labelledby="baseline-title"><h2 id="baseline-title">${t('report.baseline')}</h2><p class="quiet">${t('report.baselineMeans')}</p>${list}</section>`;
}
