import * as v from 'valibot';

/** A time such as `2027-01-31T00:00:00Z`. JavaScript would take the 31st of February for the 3rd of March. */
export const moment = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((text) => isDay(text.slice(0, 10)), 'is on a day that does not exist'),
);

function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
