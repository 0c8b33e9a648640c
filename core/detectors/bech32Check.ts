const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** BIP 173 for version 0, BIP 350 for later ones. */
const constants = new Set([1, 0x2bc830a3]);

/** Checksum of a Bech32 or Bech32m address in one case. */
export function bech32Check(address: string): boolean {
  const lower = address.toLowerCase();
  const split = lower.lastIndexOf('1');
  const prefix = [...lower.slice(0, split)].map((sign) => sign.charCodeAt(0));
  const data = [...lower.slice(split + 1)].map((sign) => alphabet.indexOf(sign));
  if (data.includes(-1) || data.length < 6) return false;
  const values = [...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31), ...data];
  let check = 1;
  for (const value of values) {
    const top = check >> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (let bit = 0; bit < 5; bit += 1) if ((top >> bit) & 1) check ^= generator[bit] ?? 0;
  }
  return constants.has(check);
}
