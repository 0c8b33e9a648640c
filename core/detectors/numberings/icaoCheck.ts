import { weightedSum } from './weightedSum.ts';

/** Weights of ICAO Doc 9303 part 3, section 4.9. */
const weights = [7, 3, 1];

/** Whether the last character is the check digit that machine-readable documents have. */
export function icaoCheck(compact: string): boolean {
  const body = compact.slice(0, -1);
  const sum = weightedSum(
    body,
    [...body].map((_, index) => weights[index % 3] ?? 0),
  );
  return String(sum % 10) === compact.at(-1);
}
