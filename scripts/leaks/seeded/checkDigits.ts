// Check digits as the standards describe them, written apart from the finder's own: what finds must not also make.

/** ISO/IEC 7812-1, annex B: the digit that makes the sum of all, every second one doubled, a multiple of ten. */
export function cardCheckDigit(payload: string): string {
  const sum = [...payload]
    .reverse()
    .map((digit, place) => (place % 2 === 0 ? 2 * Number(digit) : Number(digit)))
    .map((value) => (value > 9 ? Math.floor(value / 10) + (value % 10) : value))
    .reduce((total, value) => total + value, 0);
  return String((10 - (sum % 10)) % 10);
}

/** ISO 13616-1: 98 less the remainder by 97 of the account with the country behind it, letters as 10 to 35. */
export function ibanCheckDigits(country: string, account: string): string {
  const written = [...`${account}${country}00`].map((unit) => Number.parseInt(unit, 36)).join('');
  return String(98n - (BigInt(written) % 97n)).padStart(2, '0');
}
