import type { VerdictLevel } from '../findings/finding.ts';
import type { Translate } from '../messages/translate.ts';
import { evidenceWords } from '../profiles/evidenceWords.ts';
import type { CheckRun } from './checkRun.ts';
import { escapeMarkdown, markdownCode } from './escapeMarkdown.ts';
import { createKindTally, type KindTally } from './kindTally.ts';
import { markdownBaseline } from './markdownBaseline.ts';
import { markdownPage } from './markdownPage.ts';
import type { PageSource, ReportWords } from './reportWriter.ts';
import { judgementWords, runVerdict } from './runVerdict.ts';

/** Finds the comment again that is to be replaced. */
export const commentMark = '<!-- scrim-check -->';

export interface MarkdownLimits {
  /** Size of the whole, measured by `sizeOf`. */
  readonly most: number;
  readonly sizeOf: (text: string) => number;
}

const marks: Readonly<Record<VerdictLevel, string>> = { red: '❌', amber: '⚠️', green: '✅' };
/** For what is said at the end of pages that were left out. */
const reserve = 600;

/** The run in Markdown: verdict, totals, kinds; then the pages, worst first, as many as there is room for. */
export async function* markdownReport(
  run: CheckRun,
  pages: PageSource,
  { t }: ReportWords,
  { most, sizeOf }: MarkdownLimits,
): AsyncGenerator<string> {
  const tally = createKindTally(t);
  let all = 0;
  for await (const page of pages()) {
    tally.add(page);
    all += page.verdict.level === 'green' ? 0 : 1;
  }
  const room = createRoom(most - reserve, sizeOf);
  for (const block of headBlocks(run, tally, t)) if (room.takes(block)) yield block;
  let shown = 0;
  for (const level of ['red', 'amber'] as const) {
    for await (const page of pages()) {
      if (page.verdict.level !== level) continue;
      const block = markdownPage(page, t);
      if (!room.takes(block)) continue;
      yield block;
      shown += 1;
    }
  }
  if (shown < all) yield `\n${escapeMarkdown(t('report.pagesLeftOut', { count: all - shown }))}\n`;
}

function createRoom(most: number, sizeOf: MarkdownLimits['sizeOf']) {
  let used = 0;
  return {
    takes(text: string): boolean {
      const size = sizeOf(text);
      if (used + size > most) return false;
      used += size;
      return true;
    },
  };
}

function headBlocks(run: CheckRun, tally: KindTally, t: Translate): string[] {
  const { level, sentence, details } = runVerdict(run, t);
  const reasons = judgementWords(run, t);
  const { name, evidence } = run.profile;
  const rests = evidence.kind === 'documented' ? ` ${t('verdict.restsOn', { recorder: name })}` : '';
  return [
    `${commentMark}\n### ${marks[level]} ${escapeMarkdown(sentence)}\n\n`,
    details.length > 0 ? `${escapeMarkdown(details.join(' '))}\n\n` : '',
    reasons.length > 0
      ? `${escapeMarkdown(t('report.failedBecause'))}\n\n${reasons.map((one) => `- ${escapeMarkdown(one)}\n`).join('')}\n`
      : '',
    totalsTable(run, t),
    `${escapeMarkdown(`${name}: ${evidenceWords(evidence, t)}.${rests}`)}\n\n`,
    kindsTable(tally, t),
    unseenList(tally, t),
    notesList(run, t),
    markdownBaseline(run, t),
  ].filter((block) => block !== '');
}

function totalsTable({ totals }: CheckRun, t: Translate): string {
  const columns = ['pages', 'leaks', 'possibleLeaks', 'uninspected', 'accepted', 'suppressed'] as const;
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |\n`;
  return `${row(columns.map((column) => escapeMarkdown(t(`report.total.${column}`))))}${row(columns.map(() => '--:'))}${row(columns.map((column) => totals[column]))}\n`;
}

function kindsTable(tally: KindTally, t: Translate): string {
  const kinds = tally.kinds();
  if (kinds.length === 0) return '';
  const head = ['kind', 'severity', 'leaks', 'possibleLeaks', 'pages'].map((key) =>
    escapeMarkdown(t(`report.column.${key}`)),
  );
  const rows = kinds.map(
    ({ name, severity, leaks, possibleLeaks, pages }) =>
      `| ${escapeMarkdown(name)} | ${escapeMarkdown(t(`severity.${severity}`))} | ${leaks} | ${possibleLeaks} | ${pages} |\n`,
  );
  return `| ${head.join(' | ')} |\n| --- | --- | --: | --: | --: |\n${rows.join('')}\n`;
}

function notesList({ notes = [] }: CheckRun, t: Translate): string {
  const lines = notes.map(({ what, params }) => `- ${escapeMarkdown(t(`runNote.${what}`, params))}\n`);
  return lines.length === 0 ? '' : `${lines.join('')}\n`;
}

function unseenList(tally: KindTally, t: Translate): string {
  const unseen = tally.uninspected();
  if (unseen.length === 0) return '';
  const lines = unseen.map(
    ({ reason, count, pages }) =>
      `- ${escapeMarkdown(`${t(`uninspected.${reason}`)}. ${t('report.onPages', { count: pages, times: count })}`)} ${markdownCode(reason)}\n`,
  );
  return `**${escapeMarkdown(t('report.notInspected'))}**\n\n${lines.join('')}\n`;
}
