import { isShortDate } from './isShortDate.ts';
import { weightedSum } from './weightedSum.ts';

const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

/**
 * Act on the population register, annex: birth date, with 20, 40, 60 or 80 added to the month for other centuries than
 * the twentieth, and a check digit. Birthdays to come are taken too: test data is full of them.
 */
export function peselCheck(compact: string): boolean {
  const month = String(Number(compact.slice(2, 4)) % 20).padStart(2, '0');
  const date = compact.slice(0, 2) + month + compact.slice(4, 6);
  return (
    isShortDate(date, 'ymd') &&
    (10 - (weightedSum(compact, weights) % 10)) % 10 === Number(compact.charAt(10))
  );
}
