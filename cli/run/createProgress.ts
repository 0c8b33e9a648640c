import type { MeasuredSummary } from '../../core/profiles/documented/measuredSummary.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import type { CommandContext } from '../commandContext.ts';
import { printable } from '../printable.ts';
import { terminalReport } from '../reporters/terminal.ts';

/** What a person sees while a run goes on. */
export interface Progress {
  /** Told of each look as it ends; the pages come in the order of the list where all of them are shown. */
  ended(reports: readonly PageReport[]): void;
  /** The looks that come next in the list are there. */
  inOrder(reports: readonly PageReport[]): void;
  close(): void;
}

export interface ProgressOptions {
  readonly profile: Profile;
  /** What was measured of it. Absent: nothing. */
  readonly measured?: MeasuredSummary | undefined;
  /** Looks of this run, and those that an earlier run took already. */
  readonly looks: number;
  readonly already: number;
  readonly isQuiet: boolean;
}

/** Of so many pages each is told with all that was found; of more than that one line says how each ended. */
export const fewPages = 20;

const marks = { red: '✗', amber: '?', green: '✓' } as const;

export function createProgress(
  { profile, measured, looks, already, isQuiet }: ProgressOptions,
  { t, write, status }: Pick<CommandContext, 't' | 'write' | 'status'>,
): Progress {
  const isShort = looks <= fewPages;
  let done = already;
  let leaks = 0;

  function lineOf({ page, step, verdict, loaded, uninspected }: PageReport): string {
    const name = printable(step === undefined ? page : `${page} (${step})`);
    if (!loaded)
      return `${marks.amber} ${name}  ${t('run.notLoaded')}: ${printable(uninspected[0]?.detail ?? '')}`;
    const found = verdict.leaks + verdict.possibleLeaks;
    const parts = [
      ...(found > 0 ? [t('run.found', { count: found })] : []),
      ...(verdict.uninspected > 0 ? [t('run.uninspected', { count: verdict.uninspected })] : []),
    ];
    return `${marks[verdict.level]} ${name}${parts.length > 0 ? `  ${parts.join(', ')}` : ''}`;
  }

  return {
    ended(reports) {
      done += 1;
      for (const { verdict } of reports) leaks += verdict.leaks + verdict.possibleLeaks;
      if (!isQuiet && !isShort) {
        status?.('');
        for (const report of reports) write(`${lineOf(report)}\n`);
      }
      status?.(t('run.status', { done, looks, leaks }));
    },
    inOrder(reports) {
      if (isQuiet || !isShort) return;
      status?.('');
      for (const report of reports) write(terminalReport(report, { ...profile, measured }, t));
    },
    close: () => status?.(''),
  };
}
