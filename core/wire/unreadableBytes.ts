const startsOfMedia: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x49, 0x46, 0x46],
  [0x1a, 0x45, 0xdf, 0xa3],
  [0x4f, 0x67, 0x67, 0x53],
];

/** A picture, a sound, a film: what can be seen in it is not searched. */
export function mediaOf(bytes: Uint8Array): boolean {
  return (
    startsOfMedia.some((start) => start.every((byte, at) => bytes[at] === byte)) ||
    // MP4 and AVIF begin with the length of their first box.
    (bytes[4] === 0x66 && bytes[5] === 0x74 && bytes[6] === 0x79 && bytes[7] === 0x70)
  );
}

const shortest = 256;
const sampled = 16_384;
/** Bits a byte. Compressed and encrypted data have 7.9; UTF-8 texts of any script under 6.5. */
const dense = 7.2;

/** Whether hardly any two bytes are alike in number: no text and no table looks like that. */
export function looksEncrypted(bytes: Uint8Array): boolean {
  if (bytes.length < shortest) return false;
  const counts = new Uint32Array(256);
  const sample = bytes.subarray(0, sampled);
  for (const byte of sample) counts[byte] = (counts[byte] ?? 0) + 1;
  let bits = 0;
  for (const count of counts)
    if (count > 0) bits -= (count / sample.length) * Math.log2(count / sample.length);
  // A sample of 256 bytes of which all are random has 7.2 bits; of 16,384 it has 7.99.
  return bits > Math.min(dense, Math.log2(sample.length) - 1.2);
}
