import { createCustomDetectors } from '../../core/leakSettings/createCustomDetectors.ts';
import { defaultProfileId } from '../../core/profiles/registry.ts';
import { makePageReport } from '../../core/report/makePageReport.ts';
import { notLoadedReport } from '../../core/report/notLoadedReport.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import type { CommandContext } from '../commandContext.ts';
import { exitCodes } from '../exitCodes.ts';
import { PageNotLoaded } from '../pageNotLoaded.ts';
import type { Command } from '../parseCommand.ts';
import { prepareScan } from '../prepareScan.ts';
import { jsonReport } from '../reporters/json.ts';
import { leakSettingsLines } from '../reporters/leakSettings.ts';
import { measuredLines, measuredOf } from '../reporters/measured.ts';
import { terminalReport } from '../reporters/terminal.ts';
import { scanTarget } from '../scanTarget.ts';
import { parseTarget, type Target } from '../target.ts';
import { UsageError } from '../usageError.ts';

type CheckCommand = Extract<Command, { name: 'check' }>;

/**
 * `scrim check`: the personal data that would be recorded of each page, and what could not be looked at. Values
 * are redacted unless `--show-values` is given.
 *
 * @returns 1 more leaks than accepted, else 3 something was not inspected, else 0
 */
export async function check(command: CheckCommand, context: CommandContext): Promise<number> {
  const targets = command.targets.map((given) => parseTarget(given, command.browser));
  const [first] = targets;
  if (!first) throw new UsageError('check takes at least one URL or file');
  const prepared = await prepareScan(command, first, context);
  const { leakSettings } = prepared;
  const custom = createCustomDetectors(leakSettings);
  const problems = [...custom.problems, ...leakSettings.problems.filter(({ kind }) => kind !== 'detector')];
  const measured = measuredOf(prepared);
  const named = { ...prepared.profile, measured: measured?.measurement };
  const reports: PageReport[] = [];
  for (const target of targets) {
    const report = await checkPage(target);
    reports.push(report);
    if (!command.json) context.write(terminalReport(report, named, context.t));
  }
  if (command.json) context.write(jsonReport(prepared.profile, reports, { custom, problems, measured }));
  else for (const line of lastLines()) context.write(`${line}\n`);
  return exitCodeOf(reports, command.maxLeaks);

  function lastLines(): readonly string[] {
    const { t } = context;
    return [...measuredLines(measured, prepared.profile.name, t), ...leakSettingsLines(reports, problems, t)];
  }

  async function checkPage(target: Target): Promise<PageReport> {
    try {
      const scan = await scanTarget(target, prepared, command, context);
      const { showValues } = command;
      const { suppressions } = leakSettings;
      const isOfRecorder = prepared.profile.id === defaultProfileId && command.rules !== undefined;
      return await makePageReport(target.given, scan, {
        ...(isOfRecorder ? { listed: prepared.ruleSet } : {}),
        showValues,
        custom,
        suppressions,
        today: context.today(),
        now: () => performance.now(),
      });
    } catch (error) {
      if (error instanceof PageNotLoaded) return notLoadedReport(target.given, error.message);
      throw error;
    }
  }
}

/** Unknown content is looked at as if it were recorded: a possible leak counts like a leak. */
function exitCodeOf(reports: readonly PageReport[], maxLeaks: number): number {
  const leaks = reports.reduce((sum, { verdict }) => sum + verdict.leaks + verdict.possibleLeaks, 0);
  if (leaks > maxLeaks) return exitCodes.leaks;
  return reports.some((report) => report.uninspected.length > 0) ? exitCodes.notInspected : exitCodes.ok;
}
