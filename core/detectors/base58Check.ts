import { sha256 } from './sha256.ts';

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const checksumLength = 4;
/** Version and hash of a public key or script; Zcash has two bytes of version. */
const lengths = new Set([25, 26]);

/** Checksum of an address in Base58Check: the first four bytes of a double SHA-256. */
export function base58Check(address: string): boolean {
  const bytes = decode(address);
  if (!bytes || !lengths.has(bytes.length)) return false;
  const body = bytes.subarray(0, -checksumLength);
  const digest = sha256(sha256(body));
  return bytes.subarray(-checksumLength).every((byte, index) => byte === digest[index]);
}

function decode(address: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const sign of address) {
    let carry = alphabet.indexOf(sign);
    if (carry === -1) return null;
    for (let index = 0; index < bytes.length; index += 1) {
      carry += (bytes[index] ?? 0) * 58;
      bytes[index] = carry & 255;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 255);
  }
  const zeros = /^1*/.exec(address)?.[0].length ?? 0;
  return new Uint8Array([...new Array<number>(zeros).fill(0), ...bytes.reverse()]);
}
