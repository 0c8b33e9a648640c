import type { SuppressionUse } from '../../core/leakSettings/suppressFindings.ts';
import type { Translate } from '../../core/messages/translate.ts';
import type { CheckRun } from '../../core/report/checkRun.ts';
import { leakSettingsWords } from '../leakSettingsWords.ts';
import { printable } from '../printable.ts';

/** After the pages: entries of the rule file that are broken, expired or of no use. Nothing when all is well. */
export function leakSettingsLines(
  { suppressions, settingsProblems }: Pick<CheckRun, 'suppressions' | 'settingsProblems'>,
  t: Translate,
): string[] {
  const worth = suppressions.filter(({ state }) => state !== 'used');
  return [
    ...settingsProblems.map((problem) => `${t('cli.leakSettings')}  ${leakSettingsWords(problem, t)}`),
    ...worth.map((use) => `${t('cli.suppression')}  ${useWords(use, t)}`),
  ];
}

function useWords(use: SuppressionUse, t: Translate): string {
  const what = [use.detector, use.selector, use.page].filter((part) => part !== undefined).join(' ');
  const words = { what, reason: use.reason, date: use.expires, count: use.matches };
  return printable(t(`suppression.${use.state}`, words));
}
