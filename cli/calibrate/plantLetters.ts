import { randomInt } from 'node:crypto';

/** A value to plant: 18 small letters that nobody has ever written (85 bits). */
export function plantLetters(): string {
  return Array.from({ length: 18 }, () => String.fromCharCode(97 + randomInt(26))).join('');
}
