import { evidenceWords } from '../../core/profiles/evidenceWords.ts';
import type { CommandContext } from '../commandContext.ts';
import { exitCodes } from '../exitCodes.ts';
import { expandRecords } from '../expandRecords.ts';
import { PageNotLoaded } from '../pageNotLoaded.ts';
import type { Command } from '../parseCommand.ts';
import { prepareScan } from '../prepareScan.ts';
import { printable } from '../printable.ts';
import { measuredLines, measuredOf } from '../reporters/measured.ts';
import { scanTarget } from '../scanTarget.ts';
import { parseTarget } from '../target.ts';

/** Version of the JSON that `scrim capture` prints; raised when a field changes its meaning. */
const formatVersion = 1;

/**
 * `scrim capture`: every value the recorder would send of one page, raw. The only command that prints raw
 * values without being asked to; its standard output is its result and nothing else is written to it.
 *
 * @returns 0 when records were printed, 3 when the page was not loaded
 */
export async function capture(
  command: Extract<Command, { name: 'capture' }>,
  context: CommandContext,
): Promise<number> {
  try {
    const target = parseTarget(command.target, command.browser);
    const prepared = await prepareScan(command, target, context);
    const scan = await scanTarget(target, prepared, command, context);
    const records = expandRecords(scan);
    const { profile, url, uninspected, problems } = scan;
    const { name, evidence } = prepared.profile;
    const measured = measuredOf(prepared);
    if (command.json) {
      context.write(
        `${JSON.stringify({ scrim: formatVersion, profile, evidence, measured, url, records, uninspected, problems })}\n`,
      );
      return exitCodes.ok;
    }
    context.warn(`${name}: ${evidenceWords(evidence, context.t, measured)}`);
    for (const line of measuredLines(measured, name, context.t)) context.warn(line);
    for (const record of records) {
      const part = record.name === undefined ? '' : `[${record.name}]`;
      context.write(
        `${record.treatment}\t${record.channel}${part}\t${record.path}\t${JSON.stringify(record.output)}\n`,
      );
    }
    for (const problem of problems)
      context.warn(
        printable(`rule ${problem.ruleId}: ${problem.kind}: ${problem.selector} (${problem.detail})`),
      );
    for (const { kind, path, reason, detail } of uninspected) {
      const more = detail === undefined ? '' : `: ${printable(detail)}`;
      context.warn(`not inspected: ${kind} ${path} (${reason}${more})`);
    }
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof PageNotLoaded)) throw error;
    context.warn(`scrim: ${command.target} was not loaded: ${error.message}`);
    return exitCodes.notInspected;
  }
}
