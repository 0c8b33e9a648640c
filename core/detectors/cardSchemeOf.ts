import creditCardType from 'credit-card-type';

/** Issuers that credit-card-type leaves out, with their number ranges (ISO/IEC 7812 listings). */
const furtherSchemes: readonly { scheme: string; prefix: RegExp; lengths: readonly number[] }[] = [
  { scheme: 'uatp', prefix: /^1/, lengths: [15] },
  { scheme: 'dankort', prefix: /^5019/, lengths: [16] },
];

/** Scheme of a number by prefix and length, or undefined. The checksum is not looked at. */
export function cardSchemeOf(digits: string): string | undefined {
  const known = creditCardType(digits).find((card) => card.lengths.includes(digits.length));
  if (known) return known.type;
  return furtherSchemes.find((one) => one.prefix.test(digits) && one.lengths.includes(digits.length))?.scheme;
}
