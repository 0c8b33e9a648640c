import type { MeasuredPolicy, Measurement } from './measuredPolicy.ts';

/** Days after which a recorder is taken to have changed: vendors release every few weeks. */
export const measurementDays = 180;

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The measurements with those marked that may not hold any more. A date that lies ahead is one too.
 *
 * @param today `2026-11-26`
 * @param versions what the recorders on the page say of themselves, by id; absent: not known
 */
export function doubtOldMeasurements(
  measured: MeasuredPolicy,
  today: string,
  versions: Readonly<Record<string, string>> = {},
): MeasuredPolicy {
  return measured.map((one): Measurement => {
    const { doubt: _before, ...plain } = one;
    const age = (Date.parse(`${today}T00:00:00Z`) - Date.parse(`${one.date}T00:00:00Z`)) / dayMs;
    // A clock may be a day ahead of another one. What is no date is no reason for trust.
    if (!(age >= -1 && age <= measurementDays)) return { ...plain, doubt: 'old' };
    const now = versions[one.recorder];
    const isOther = now !== undefined && one.version !== undefined && now !== one.version;
    return isOther ? { ...plain, doubt: 'other-version' } : plain;
  });
}
