import { luhn } from '../detectors/luhn.ts';

/** Checksums that a custom detector may ask for, over the digits (mod97: letters too) of what its pattern found. */
export const detectorChecksums = {
  luhn: (found: string) => withDigits(found, luhn),
  /** ISO 7064 MOD 97-10: a letter counts as two digits, A as 10. */
  mod97: (found: string) => {
    const characters = found.replace(/[^\dA-Za-z]/g, '');
    let rest = 0;
    for (const character of characters.toLowerCase()) {
      const value = Number.parseInt(character, 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return characters.length > 2 && rest === 1;
  },
  /** ISO 7064 MOD 11,10. */
  'mod11-10': (found: string) =>
    withDigits(found, (digits) => {
      let product = 10;
      for (const digit of digits.slice(0, -1)) {
        const sum = (product + Number(digit)) % 10;
        product = ((sum === 0 ? 10 : sum) * 2) % 11;
      }
      return (product + Number(digits.at(-1))) % 10 === 1;
    }),
} as const satisfies Readonly<Record<string, (found: string) => boolean>>;

export type DetectorChecksum = keyof typeof detectorChecksums;

function withDigits(found: string, check: (digits: string) => boolean): boolean {
  const digits = found.replace(/\D/g, '');
  return digits.length > 1 && check(digits);
}
