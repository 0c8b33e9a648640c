import type { Translate } from '../../messages/translate.ts';
import type { CheckRun } from '../checkRun.ts';
import { createKindTally, type KindCount, type KindTally } from '../kindTally.ts';
import type { PageSource, ReportWords, ReportWriter } from '../reportWriter.ts';
import { judgementWords, runVerdict } from '../runVerdict.ts';
import { visibleText } from '../visibleText.ts';

/**
 * GitHub workflow commands, one for each kind of finding. GitHub shows ten errors, ten warnings and ten notices of a step and
 * drops the others without a word, so what is beyond nine is put together in the tenth.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const annotations: ReportWriter = { id: 'annotations', extension: 'txt', write };

type Level = 'error' | 'warning' | 'notice';

interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly text: string;
  readonly line?: number | undefined;
}

const mostOfLevel = 10;

async function* write(run: CheckRun, pages: PageSource, { t }: ReportWords): AsyncGenerator<string> {
  const tally = createKindTally(t);
  for await (const page of pages()) tally.add(page);
  const all = [
    ...ofRun(run, tally, t),
    ...tally.kinds().map((kind) => ofKind(kind, run, t)),
    ...ofBaseline(run, t),
  ];
  for (const level of ['error', 'warning', 'notice'] as const) {
    const shown = capped(
      level,
      all.filter((one) => one.level === level),
      t,
    );
    for (const one of shown) yield command(one, run);
  }
}

function ofRun(run: CheckRun, tally: KindTally, t: Translate): Annotation[] {
  const { sentence, details } = runVerdict(run, t);
  const title = t('report.title');
  const reasons = judgementWords(run, t);
  const isBad = run.judgement.exitCode !== 0;
  const first: Annotation = {
    level: isBad ? 'error' : 'notice',
    title,
    text: [sentence, ...details, ...reasons].join(' '),
  };
  const unseen = tally.uninspected().map(
    ({ reason, count, pages }): Annotation => ({
      level: 'warning',
      title: t('report.kind.uninspected'),
      text: `${t(`uninspected.${reason}`)}. ${t('report.onPages', { count: pages, times: count })}`,
    }),
  );
  return [first, ...unseen];
}

function ofKind(
  { name, leaks, possibleLeaks, pages, firstPage, rule }: KindCount,
  run: CheckRun,
  t: Translate,
): Annotation {
  const counts = [
    ...(leaks > 0 ? [t('report.leaks', { count: leaks })] : []),
    ...(possibleLeaks > 0 ? [t('report.possibleLeaks', { count: possibleLeaks })] : []),
  ];
  const where = t('report.pagesFirst', { count: pages, page: firstPage });
  return {
    level: leaks > 0 ? 'error' : 'warning',
    title: name,
    text: [...counts, where].join(' '),
    line: rule === undefined ? undefined : run.rulesFile?.lines[rule],
  };
}

function ofBaseline({ baseline, rulesFile }: CheckRun, t: Translate): Annotation[] {
  if (!baseline) return [];
  const { stoppedRules, lostCoverage, lostPages, expired, gone } = baseline;
  const title = t('report.baseline');
  const stopped = stoppedRules.map(
    ({ rule, name, page, kinds }): Annotation => ({
      level: 'error',
      title,
      text: t('report.stoppedRule', { rule: name, page, kinds: kinds.join(', ') }),
      line: rulesFile?.lines[rule],
    }),
  );
  const counted = (level: Level, key: string, count: number): Annotation[] =>
    count > 0 ? [{ level, title, text: t(key, { count }) }] : [];
  return [
    ...stopped,
    ...counted('warning', 'report.lostCoverageCount', lostCoverage.length),
    ...counted('warning', 'report.lostPagesCount', lostPages.length),
    ...counted('warning', 'report.expiredCount', expired),
    ...counted('notice', 'report.goneCount', gone),
  ];
}

function capped(level: Level, of: readonly Annotation[], t: Translate): readonly Annotation[] {
  if (of.length <= mostOfLevel) return of;
  const rest = of.slice(mostOfLevel - 1);
  const titles = [...new Set(rest.map(({ title }) => title))].join(', ');
  const text = t('report.moreAnnotations', { count: rest.length, titles });
  return [...of.slice(0, mostOfLevel - 1), { level, title: t('report.title'), text }];
}

function command({ level, title, text, line }: Annotation, { rulesFile }: CheckRun): string {
  const place = rulesFile ? { file: rulesFile.path, line: line ?? 1 } : {};
  const properties = Object.entries({ ...place, title: `Scrim: ${title}` })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${level} ${properties}::${escapeData(text)}\n`;
}

const longest = 2_000;

/** Nothing in it begins a command of its own: the runner reads commands at the start of a line only. */
function escapeData(text: string): string {
  return visibleText(text, longest).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
