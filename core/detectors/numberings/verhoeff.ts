/** J. Verhoeff, Error Detecting Decimal Codes (1969): multiplication in the dihedral group of order ten. */
function times(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : ((a + b) % 5) + 5;
  return b < 5 ? ((a - b + 5) % 5) + 5 : (a - b + 5) % 5;
}

const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Verhoeff checksum over a string of ASCII digits. */
export function verhoeff(digits: string): boolean {
  let check = 0;
  for (let index = 0; index < digits.length; index += 1) {
    let digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    for (let turn = 0; turn < index % 8; turn += 1) digit = permutation[digit] ?? 0;
    check = times(check, digit);
  }
  return check === 0;
}
