import type { Translate } from '../messages/translate.ts';
import type { CheckRun } from './checkRun.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';

const mostLines = 50;

/** What changed since `scrim.lock.json`; nothing where there is none, or nothing changed. */
export function markdownBaseline({ baseline }: Pick<CheckRun, 'baseline'>, t: Translate): string {
  if (!baseline) return '';
  const lines = baselineLines(baseline, t);
  if (lines.length === 0) return `${escapeMarkdown(t('report.baselineSame'))}\n\n`;
  const shown = lines.slice(0, mostLines).map((line) => `- ${escapeMarkdown(line)}\n`);
  const more =
    lines.length > mostLines
      ? `- ${escapeMarkdown(t('list.more', { count: lines.length - mostLines }))}\n`
      : '';
  return `**${escapeMarkdown(t('report.baseline'))}**\n\n${shown.join('')}${more}\n`;
}

/** One sentence for each change since the baseline, those that matter most first. */
export function baselineLines(baseline: NonNullable<CheckRun['baseline']>, t: Translate): string[] {
  const { stoppedRules, newLeaks, lostCoverage, lostPages, expired, gone } = baseline;
  const counted = (key: string, count: number) => (count > 0 ? [t(key, { count })] : []);
  return [
    ...stoppedRules.map(({ name, page, kinds, matches }) =>
      t(matches === undefined ? 'report.stoppedRule' : 'report.narrowedRule', {
        rule: name,
        page,
        kinds: kinds.join(', '),
      }),
    ),
    ...counted('report.newLeaksCount', newLeaks),
    ...counted('report.expiredCount', expired),
    ...lostCoverage.map(({ page, channel, before, now }) =>
      t('report.lostCoverage', { page, channel, before, now }),
    ),
    ...lostPages.map((page) => t('report.lostPage', { page })),
    ...counted('report.goneCount', gone),
  ];
}
