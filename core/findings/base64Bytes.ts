const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

let known: Int8Array | undefined;

/** Bytes of base64 or base64url, up to the first character that is neither. */
export function base64Bytes(written: string): Uint8Array {
  const values = sixBits();
  const bytes = new Uint8Array(Math.ceil((written.length * 3) / 4));
  let length = 0;
  let held = 0;
  let bits = 0;
  for (let index = 0; index < written.length; index += 1) {
    const value = values[written.charCodeAt(index)] ?? -1;
    if (value < 0) break;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (held >> bits) & 0xff;
    length += 1;
  }
  return bytes.subarray(0, length);
}

function sixBits(): Int8Array {
  if (known) return known;
  const values = new Int8Array(128).fill(-1);
  [...alphabet].forEach((character, value) => {
    values[character.charCodeAt(0)] = value;
  });
  values['-'.charCodeAt(0)] = 62;
  values['_'.charCodeAt(0)] = 63;
  known = values;
  return values;
}
