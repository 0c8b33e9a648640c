import type { Calibration, UnmeasuredCell } from '../../core/calibrate/calibration.ts';
import type { HeldPlant, ReadBack } from '../../core/calibrate/readBack.ts';
import type { Translate } from '../../core/messages/translate.ts';
import type {
  DescribedCell,
  DescribedMeasurement,
} from '../../core/profiles/documented/describeMeasurement.ts';
import { contentStates, type MeasuredCell } from '../../core/profiles/documented/measuredPolicy.ts';
import { cellWords } from '../../core/profiles/documented/measurementWords.ts';
import { serializeMeasured } from '../../core/settings/serializeMeasured.ts';

/** Everything that `scrim calibrate` has to say. No planted value is in here. */
export interface CalibrationReport {
  readonly recorder: { readonly id: string; readonly name: string };
  /** As given. */
  readonly page: string;
  readonly described: DescribedMeasurement;
  readonly calibration: Calibration;
  readonly knowsRules: boolean;
  /** Origins that got something and are not known as the recorder's. */
  readonly others: readonly string[];
  readonly readBack?: ReadBack | { readonly problem: string };
}

/** The table for a person: each cell as it is documented, as it was measured, and where the two differ. */
export function calibrationTable(report: CalibrationReport, t: Translate): string {
  const { recorder, page, described, calibration, knowsRules } = report;
  const { date } = described.measurement;
  const lines = [t('calibrate.title', { recorder: recorder.name, date, page })];
  lines.push(...wireLines(report, t));
  if (calibration.messages > 0 && !knowsRules) lines.push(`  ${t('calibrate.rulesUnknown')}`);
  const rows = [
    ...described.cells.map((one) => ({ cell: one.cell as Place, line: measuredLine(one, t) })),
    ...calibration.unmeasured.map((cell) => ({ cell: cell as Place, line: unmeasuredLine(cell, t) })),
  ];
  lines.push(
    ...rows.toSorted((a, b) => orderOf(a.cell).localeCompare(orderOf(b.cell))).map(({ line }) => line),
  );
  lines.push(...sumLines(report, t), ...readBackLines(report.readBack, t));
  return `${lines.join('\n')}\n`;
}

type Place = Pick<MeasuredCell, 'kind' | 'name' | 'state'>;

function orderOf({ kind, name = '', state }: Place): string {
  return `${kind} ${name} ${contentStates.indexOf(state)}`;
}

function wireLines({ recorder, calibration, others }: CalibrationReport, t: Translate): readonly string[] {
  const { messages, closed, isFlushed } = calibration;
  if (messages === 0)
    return [
      `  ${t('calibrate.nothingHeard', { recorder: recorder.name })}`,
      ...(others.length > 0 ? [`  ${t('calibrate.others', { origins: others.join(', ') })}`] : []),
    ];
  return [
    `  ${t('calibrate.messages', { count: messages })}`,
    ...(closed > 0 ? [`  ${t('calibrate.closedMessages', { count: closed })}`] : []),
    ...(isFlushed ? [] : [`  ${t('calibrate.notFlushed')}`]),
  ];
}

function measuredLine({ cell, says }: DescribedCell, t: Translate): string {
  const { planted, arrived } = cell.evidence;
  const measured = t('calibrate.measured', { effect: effectWords(cell.effect, t), planted, arrived });
  const note =
    says === 'leaks' || says === 'hides'
      ? `; ${t('calibrate.contradicts')}`
      : says === 'tells'
        ? `; ${t('calibrate.told')}`
        : '';
  return `${says === 'leaks' || says === 'hides' ? '✗' : ' '} ${head(cell, t)}; ${measured}${note}`;
}

function unmeasuredLine(cell: UnmeasuredCell, t: Translate): string {
  return `? ${head(cell, t)}; ${t(`calibrate.why.${cell.why}`)}`;
}

function head(cell: Place & Pick<MeasuredCell, 'documented'>, t: Translate): string {
  return `${cellWords(cell, t)}: ${t('calibrate.documented', { effect: effectWords(cell.documented, t) })}`;
}

function effectWords(effect: MeasuredCell['documented'], t: Translate): string {
  return t(`measured.effect.${effect}`);
}

function sumLines({ described, calibration }: CalibrationReport, t: Translate): readonly string[] {
  const { cells, contradictions } = described;
  if (cells.length === 0) return [t('calibrate.nothingMeasured')];
  const told = cells.filter(({ says }) => says === 'tells').length;
  return [
    t('calibrate.sum', { count: cells.length, contradictions: contradictions.length, told }),
    t('calibrate.unmeasured', { count: calibration.unmeasured.length }),
  ];
}

function readBackLines(readBack: CalibrationReport['readBack'], t: Translate): readonly string[] {
  if (!readBack) return [];
  if ('problem' in readBack) return [t('readBack.failed', { problem: readBack.problem })];
  const { events, isCut, held, notHeld } = readBack;
  return [
    t('readBack.title', { count: events }),
    ...(isCut ? [`  ${t('readBack.cut')}`] : []),
    ...(held.length === 0 ? [`  ${t('readBack.none')}`] : []),
    ...held.map((one) => `${one.isUnpredicted ? '✗' : ' '} ${heldWords(one, t)}`),
    ...(notHeld > 0 ? [`  ${t('readBack.notHeld', { count: notHeld })}`] : []),
  ];
}

function heldWords({ state, kind, name, at, isUnpredicted }: HeldPlant, t: Translate): string {
  const places = at.join(', ');
  if (state === null) return t('readBack.heldUncertain', { content: t(`measured.content.${kind}`), places });
  const cell = cellWords({ kind, ...(name === undefined ? {} : { name }), state }, t);
  return t(isUnpredicted ? 'readBack.unpredicted' : 'readBack.held', { cell, places });
}

/** Version of the JSON that `scrim calibrate` prints; raised when a field changes its meaning. */
const formatVersion = 1;

/** For machines; `measured` is the entry of a rule file as it stands. */
export function calibrationJson(report: CalibrationReport): string {
  const { recorder, page, described, calibration, knowsRules, others, readBack } = report;
  const { messages, closed, isFlushed, unmeasured } = calibration;
  const [measured] = serializeMeasured([described.measurement]);
  return `${JSON.stringify(
    {
      scrim: formatVersion,
      recorder: recorder.id,
      page,
      measured,
      contradictions: described.contradictions.map(({ cell, says }) => ({ ...cell, says })),
      unmeasured,
      messages,
      closed,
      isFlushed,
      knowsRules,
      others,
      ...(readBack ? { readBack } : {}),
    },
    null,
    2,
  )}\n`;
}
