import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../../../assets/locales/en/index.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import { fullstory } from '../../../core/profiles/fullstory.ts';
import type { CheckRun } from '../../../core/report/checkRun.ts';
import { makePageReport } from '../../../core/report/makePageReport.ts';
import { notLoadedReport } from '../../../core/report/notLoadedReport.ts';
import type { PageReport } from '../../../core/report/pageReport.ts';
import type { PageSource, ReportWords, ReportWriter } from '../../../core/report/reportWriter.ts';
import type { Rule } from '../../../core/rules/rule.ts';
import { simulate } from '../profiles/simulate.ts';

export const words: ReportWords = {
  t: createTranslator(en, 'en'),
  writtenAt: '2026-11-25T10:00:00Z',
  version: '0.1.0',
};

/** A page of the engine's own making. */
export async function reportOf(
  page: string,
  html: string,
  {
    rules = [],
    showValues = false,
    step,
  }: { rules?: readonly Partial<Rule>[]; showValues?: boolean; step?: string } = {},
): Promise<PageReport> {
  const { scan } = simulate(html, rules);
  return makePageReport(page, scan, { now: () => 0, showValues, ...(step === undefined ? {} : { step }) });
}

const shop = join(import.meta.dirname, '../../fixtures/shop');

/** A page of the demo shop, as it is saved. */
export function shopReport(file: string, rules: readonly Partial<Rule>[] = []): Promise<PageReport> {
  return reportOf(`https://shop.example/${file}`, readFileSync(join(shop, file), 'utf8'), { rules });
}

export { notLoadedReport };

/** What would be said of these pages together. */
export function runOf(pages: readonly PageReport[], more: Partial<CheckRun> = {}): CheckRun {
  const sum = (of: (page: PageReport) => number) => pages.reduce((total, page) => total + of(page), 0);
  const totals = {
    pages: pages.length,
    notLoaded: sum(({ loaded }) => Number(!loaded)),
    leaks: sum(({ verdict }) => verdict.leaks),
    possibleLeaks: sum(({ verdict }) => verdict.possibleLeaks),
    uninspected: sum(({ verdict }) => verdict.uninspected),
    suppressed: sum(({ suppressed }) => suppressed.length),
    accepted: sum(({ accepted = [] }) => accepted.length),
    overMasked: sum(({ overMasked }) => overMasked.reduce((total, { count }) => total + count, 0)),
    unpredicted: sum(({ wire }) => wire?.arrivals.filter(({ isUnpredicted }) => isUnpredicted).length ?? 0),
  };
  const isBad = totals.leaks + totals.possibleLeaks + totals.unpredicted > 0;
  const reasons = isBad ? [{ why: 'leaks', params: { count: totals.leaks, max: 0 } }] : [];
  return {
    profile: fullstory,
    detectors: [],
    suppressions: [],
    settingsProblems: [],
    totals,
    judgement: { exitCode: isBad ? 1 : totals.uninspected > 0 ? 3 : 0, reasons },
    ...more,
  };
}

export function sourceOf(pages: readonly PageReport[]): PageSource {
  return async function* () {
    for (const page of pages) yield page;
  };
}

/** A whole report as one text. */
export async function written(
  writer: ReportWriter,
  pages: readonly PageReport[],
  more: Partial<CheckRun> = {},
): Promise<string> {
  let text = '';
  for await (const piece of writer.write(runOf(pages, more), sourceOf(pages), words)) text += piece;
  return text;
}
