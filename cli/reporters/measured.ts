import type { Translate } from '../../core/messages/translate.ts';
import { describeMeasurement } from '../../core/profiles/documented/describeMeasurement.ts';
import {
  type MeasuredSummary,
  summaryOfMeasurement,
} from '../../core/profiles/documented/measuredSummary.ts';
import { measurementWords } from '../../core/profiles/documented/measurementWords.ts';
import type { PreparedScan } from '../prepareScan.ts';

/** What was measured of the recorder that is played; undefined: nothing was. */
export function measuredOf({
  profile,
  options,
  ruleSet,
}: Pick<PreparedScan, 'profile' | 'options' | 'ruleSet'>): MeasuredSummary | undefined {
  const described = describeMeasurement(profile, profile.parseOptions(options), ruleSet.measured);
  return described && summaryOfMeasurement(described);
}

/** For a person; no lines when nothing was measured. */
export function measuredLines(
  measured: MeasuredSummary | undefined,
  recorder: string,
  t: Translate,
): readonly string[] {
  if (!measured) return [];
  const [summary = '', ...rest] = measurementWords(measured, t);
  return [`${recorder}: ${summary}`, ...rest.map((line) => `  ${line}`)];
}
