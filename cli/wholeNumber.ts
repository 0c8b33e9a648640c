import { UsageError } from './usageError.ts';

/** A timer holds no more milliseconds than this: with one more it would ring at once. */
const maxNumber = 2_147_483_647;

/**
 * @returns undefined when the flag is not given
 * @throws UsageError
 */
export function wholeNumber(flag: string, given: string | undefined, least = 0): number | undefined {
  if (given === undefined) return undefined;
  const value = Number(given);
  if (given.trim() === '' || !Number.isInteger(value) || value < least || value > maxNumber)
    throw new UsageError(`--${flag} takes a whole number from ${least} to ${maxNumber}`);
  return value;
}
