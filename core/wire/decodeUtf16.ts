const probed = 4096;
const unitsAtOnce = 8192;
/** Of the bytes at one parity so many are zero in texts of Latin letters. */
const share = 0.6;
const shortest = 8;

/** Text of two bytes a letter, most of them Latin; undefined where the bytes do not look like that. */
export function decodeUtf16(bytes: Uint8Array): string | undefined {
  if (bytes.length < shortest) return undefined;
  const zeros = [0, 0];
  const seen = Math.min(bytes.length, probed);
  for (let at = 0; at < seen; at += 1) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / (seen / 2));
  if (odd > share && even < 1 - share) return read(bytes, 0);
  return even > share && odd < 1 - share ? read(bytes, 1) : undefined;
}

/** @param low 0: the low byte is the first of each pair */
function read(bytes: Uint8Array, low: 0 | 1): string {
  const parts: string[] = [];
  for (let from = 0; from + 1 < bytes.length; from += 2 * unitsAtOnce) {
    const units: number[] = [];
    const end = Math.min(bytes.length - 1, from + 2 * unitsAtOnce);
    for (let at = from; at < end; at += 2)
      units.push((bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8));
    parts.push(String.fromCharCode(...units));
  }
  return parts.join('');
}
