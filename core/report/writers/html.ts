import type { CheckRun } from '../checkRun.ts';
import { htmlClosing, htmlViews } from '../html/htmlClosing.ts';
import { htmlHead } from '../html/htmlHead.ts';
import { htmlOverview } from '../html/htmlOverview.ts';
import { htmlPage } from '../html/htmlPage.ts';
import { surveyPages } from '../html/htmlSurvey.ts';
import type { PageSource, ReportWords, ReportWriter } from '../reportWriter.ts';
import { runVerdict } from '../runVerdict.ts';

/** For people: one file that loads nothing, reads without a script, and prints. */
export const html: ReportWriter = { id: 'html', extension: 'html', write };

/** So many pages are unfolded from the start. */
const mostOpen = 3;

async function* write(run: CheckRun, pages: PageSource, words: ReportWords): AsyncGenerator<string> {
  const { t } = words;
  const survey = await surveyPages(pages, t);
  const { level, sentence } = runVerdict(run, t);
  yield htmlHead(`${t('report.title')}: ${sentence}`, level, t).html;
  yield htmlOverview(run, survey, words).html;
  yield htmlViews(run, survey, t).html;
  let number = 0;
  let opened = 0;
  for await (const page of pages()) {
    const isOpen = opened < mostOpen && (page.verdict.level !== 'green' || survey.pages <= mostOpen);
    if (isOpen) opened += 1;
    yield htmlPage(page, { number, isOpen, isPictured: survey.pictured.has(number) }, t).html;
    number += 1;
  }
  yield htmlClosing(run, survey, t).html;
}
