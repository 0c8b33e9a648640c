import type { Translate } from '../../core/messages/translate.ts';
import {
  type DescribedMeasurement,
  describeMeasurement,
} from '../../core/profiles/documented/describeMeasurement.ts';
import { measurementWords } from '../../core/profiles/documented/measurementWords.ts';
import type { PreparedScan } from '../prepareScan.ts';

/** What was measured of the recorder that is played; undefined: nothing was. */
export function measuredOf({
  profile,
  options,
  ruleSet,
}: Pick<PreparedScan, 'profile' | 'options' | 'ruleSet'>): DescribedMeasurement | undefined {
  return describeMeasurement(profile, profile.parseOptions(options), ruleSet.measured);
}

/** For a person; no lines when nothing was measured. */
export function measuredLines(
  described: DescribedMeasurement | undefined,
  recorder: string,
  t: Translate,
): readonly string[] {
  if (!described) return [];
  const [summary = '', ...rest] = measurementWords(described, t);
  return [`${recorder}: ${summary}`, ...rest.map((line) => `  ${line}`)];
}

/** For machines. */
export function measuredJson(described: DescribedMeasurement | undefined): Record<string, unknown> {
  if (!described) return {};
  const { measurement, contradictions, cells } = described;
  const { date, version, doubt } = measurement;
  return {
    measured: {
      date,
      ...(version === undefined ? {} : { version }),
      ...(doubt === undefined ? {} : { doubt }),
      cells: cells.length,
      contradictions: contradictions.map(({ cell, says }) => ({ ...cell, says })),
    },
  };
}
