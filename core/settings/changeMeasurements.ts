import type { MeasuredPolicy } from '../profiles/documented/measuredPolicy.ts';
import { readMeasured } from './readMeasured.ts';

/** `entries` in the form of the rule file; they are read like one. */
export type MeasuredChange =
  | { readonly kind: 'put'; readonly entries: unknown }
  | { readonly kind: 'remove'; readonly recorder: string };

/**
 * Measurements after one change. An entry takes the place of an earlier one of the same recorder.
 *
 * @throws {WireError} when one of the entries is odd: none is taken
 */
export function changeMeasurements(present: MeasuredPolicy, change: MeasuredChange): MeasuredPolicy {
  if (change.kind === 'remove') return present.filter(({ recorder }) => recorder !== change.recorder);
  const next = readMeasured(change.entries, '$');
  return [...present.filter(({ recorder }) => !next.some((one) => one.recorder === recorder)), ...next];
}
