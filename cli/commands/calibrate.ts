import type { HeardMessage } from '../../core/calibrate/heardMessage.ts';
import { inferCells } from '../../core/calibrate/inferCells.ts';
import { planPlants } from '../../core/calibrate/planPlants.ts';
import type { PlantPlan } from '../../core/calibrate/plantPlan.ts';
import { plantStates } from '../../core/calibrate/plantStates.ts';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { describeMeasurement } from '../../core/profiles/documented/describeMeasurement.ts';
import { type Measurement, measurementOf } from '../../core/profiles/documented/measuredPolicy.ts';
import { type DocumentedRows, withMeasurement } from '../../core/profiles/documented/withMeasurement.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { defaultProfileId, profileById, profiles } from '../../core/profiles/registry.ts';
import type { RuleSet } from '../../core/rules/rule.ts';
import { createPlanter, type PlantedPage } from '../calibrate/createPlanter.ts';
import { plantLetters } from '../calibrate/plantLetters.ts';
import { readBack } from '../calibrate/readBack.ts';
import type { WireEar } from '../calibrate/wireEar.ts';
import { writeInto } from '../calibrate/writeInto.ts';
import { exitCodes } from '../exitCodes.ts';
import { loadOptions, loadRuleSet } from '../loadRuleSet.ts';
import type { MeasuringContext } from '../measure.ts';
import { PageNotLoaded } from '../pageNotLoaded.ts';
import type { CalibrateCommand } from '../parseMeasuring.ts';
import { checkOptions } from '../prepareScan.ts';
import { printable } from '../printable.ts';
import { type CalibrationReport, calibrationJson, calibrationTable } from '../reporters/calibration.ts';
import { parseTarget } from '../target.ts';
import { UsageError } from '../usageError.ts';

/** A recorder that has a table to be measured, as it is configured here. */
interface Measurable {
  readonly profile: Profile;
  readonly options: unknown;
  readonly parsed: unknown;
  readonly ruleSet: RuleSet;
  readonly rows: DocumentedRows;
}

/**
 * `scrim calibrate`: plants values in a page that runs the recorder, searches what leaves, and says what of the table
 * is so. Planted values are random letters, and are printed nowhere.
 *
 * @returns 1 what was measured contradicts the documentation, or the vendor holds what it should not; else 3 nothing
 *   could be measured, the page did not load or reading back failed; else 0
 */
export async function calibrate(command: CalibrateCommand, context: MeasuringContext): Promise<number> {
  const measurable = await prepare(command, context);
  if (command.write !== undefined) await writeInto(command.write, undefined);
  const plan = planPlants(command.recorder, plantLetters);
  const ear = context.listen({ recorder: command.recorder, receivers: command.receivers });
  try {
    const looked = await look(command, context, { measurable, plan, ear });
    const report = await reportOf(command, context, { measurable, plan, ear, ...looked });
    context.write(command.json ? calibrationJson(report) : calibrationTable(report, context.t));
    if (command.write !== undefined) await write(command.write, report, context);
    return exitCodeOf(report);
  } catch (error) {
    if (!(error instanceof PageNotLoaded)) throw error;
    context.warn(`scrim: ${command.target} was not loaded: ${printable(error.message)}`);
    return exitCodes.notInspected;
  }
}

async function prepare(command: CalibrateCommand, { today }: MeasuringContext): Promise<Measurable> {
  const profile = profileById(command.recorder);
  if (!profile?.documentedRows) {
    const closed = profiles.filter(({ documentedRows }) => documentedRows).map(({ id }) => id);
    throw new UsageError(
      `--recorder takes one that is known by its documentation only: ${closed.join(', ')}`,
    );
  }
  const options = await loadOptions(command.options, profile);
  checkOptions(profile, options);
  const parsed = profile.parseOptions(options);
  const { ruleSet } = await loadRuleSet(command.rules, profile, today());
  return { profile, options, parsed, ruleSet, rows: profile.documentedRows(parsed) };
}

interface Work {
  readonly measurable: Measurable;
  readonly plan: PlantPlan;
  readonly ear: WireEar;
}

interface Looked {
  readonly scan: CaptureScan;
  readonly planted: PlantedPage;
  readonly messages: readonly HeardMessage[];
}

async function look(command: CalibrateCommand, context: MeasuringContext, work: Work): Promise<Looked> {
  const { measurable, plan, ear } = work;
  const { profile, options, ruleSet } = measurable;
  const { timeout, wait, patience } = command;
  const known = new Set(ruleSet.rules.map(({ selector }) => selector));
  const planter = createPlanter({ plan, ear, known, patience });
  const address = new URL(command.target);
  address.searchParams.append('note', plan.address);
  const scan = await context.browser.scan(parseTarget(address.href, true), {
    profile: profile.id,
    options,
    ruleSet,
    timeout,
    wait,
    watch: 0,
    attendants: [planter.attendant],
  });
  const planted = planter.page();
  if (!planted) throw new PageNotLoaded('the page could not be asked what was planted in it');
  return { scan, planted, messages: ear.messages() };
}

async function reportOf(
  command: CalibrateCommand,
  context: MeasuringContext,
  { measurable, plan, ear, scan, planted, messages }: Work & Looked,
): Promise<CalibrationReport> {
  const { profile, parsed, rows } = measurable;
  const states = plantStates(scan, plan);
  const knowsRules = knows(command, planted);
  const { last, address } = plan;
  const { contested } = planted;
  const calibration = inferCells({
    ...{ messages, planted: states, last: last.value, address: address, contested, knowsRules, rows },
  });
  const version = planted.recorders.find(({ id }) => id === profile.id)?.version;
  const measurement: Measurement = {
    recorder: profile.id,
    date: context.today(),
    ...(version === undefined ? {} : { version }),
    cells: calibration.measured,
  };
  const described = describeMeasurement(profile, parsed, [measurement]) ?? {
    measurement,
    cells: [],
    contradictions: [],
  };
  const played = withMeasurement(rows, measurementOf(measurable.ruleSet.measured, profile.id));
  const back = command.readBack
    ? { readBack: await readBack(command, context, { rows: played, states, planted }) }
    : {};
  return {
    recorder: { id: profile.id, name: profile.name },
    page: command.target,
    described,
    calibration,
    knowsRules,
    others: messages.length === 0 ? ear.others() : [],
    ...back,
  };
}

/** A rule that nobody here knows of may hide what was planted: an absence then says nothing about the table. */
function knows(
  { rules, options, recorder }: CalibrateCommand,
  { heardRules, hasOddRule, recorders }: PlantedPage,
) {
  if (hasOddRule) return false;
  if (rules !== undefined) return true;
  if (recorder === defaultProfileId) return heardRules;
  return (
    options !== undefined || recorders.some(({ id, options: told }) => id === recorder && told !== undefined)
  );
}

async function write(
  file: string,
  { described }: CalibrationReport,
  { warn, t }: MeasuringContext,
): Promise<void> {
  const { measurement } = described;
  if (measurement.cells.length === 0) return warn(t('calibrate.notWritten', { file }));
  await writeInto(file, measurement);
  warn(t('calibrate.written', { file }));
}

function exitCodeOf({ described, calibration, readBack: back }: CalibrationReport): number {
  const isHeld = back !== undefined && 'held' in back && back.held.some(({ isUnpredicted }) => isUnpredicted);
  if (described.contradictions.length > 0 || isHeld) return exitCodes.leaks;
  const failed = back !== undefined && 'problem' in back;
  return calibration.measured.length === 0 || failed ? exitCodes.notInspected : exitCodes.ok;
}
