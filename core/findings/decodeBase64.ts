/** Shorter ones hold nothing that a detector looks for. A quarter of a million characters are an image. */
const token = /(?<![\w+/-])[A-Za-z0-9+/_-]{12,262144}={0,2}(?![\w+/=-])/g;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** What is not text shows within these. */
const probeLength = 24;
const minDecoded = 6;
/** Letters, digits, marks and spaces of texts; binary data has others within a few bytes. */
const readable = /^[\t\n\r\u0020-\u007e\u00a0-\u{e007f}]+$/u;

let known: Int8Array | undefined;

/** Texts that stand in a text as base64 or base64url; a line each. Undefined where there are none. */
export function decodeBase64(text: string): string | undefined {
  const found: string[] = [];
  for (const [written] of text.matchAll(token)) {
    if (!looksEncoded(written) || decoded(written.slice(0, probeLength), true) === undefined) continue;
    const plain = decoded(written, false);
    if (plain !== undefined && plain.length >= minDecoded) found.push(plain);
  }
  return found.length === 0 ? undefined : found.join('\n\n');
}

/** Words, paths and numbers are made of the same characters: most of them do not decode to text, and none needs to. */
function looksEncoded(written: string): boolean {
  const plain = written.replace(/={1,2}$/, '');
  if (plain.length % 4 === 1) return false;
  return /[A-Z]/.test(plain) && /[a-z\d]/.test(plain);
}

/** @param isCut the end may be in the middle of a character */
function decoded(written: string, isCut: boolean): string | undefined {
  const bytes = bytesOf(written);
  const text = utf8(bytes, isCut);
  return text !== undefined && readable.test(text) ? text : undefined;
}

function bytesOf(written: string): number[] {
  const values = sixBits();
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (let index = 0; index < written.length; index += 1) {
    const value = values[written.charCodeAt(index)] ?? -1;
    if (value < 0) break;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return bytes;
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

/** By way of percent-encoding: the language itself has no other way, and this folder has no host. */
function utf8(bytes: readonly number[], isCut: boolean): string | undefined {
  if (bytes.every((byte) => byte < 0x80)) return asciiOf(bytes);
  const most = isCut ? 3 : 0;
  for (let left = 0; left <= most; left += 1) {
    const kept = bytes.slice(0, bytes.length - left);
    try {
      return decodeURIComponent(kept.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
    } catch (error) {
      if (!(error instanceof URIError)) throw error;
    }
  }
  return undefined;
}

const unitsAtOnce = 8192;

function asciiOf(bytes: readonly number[]): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += unitsAtOnce)
    parts.push(String.fromCharCode(...bytes.slice(from, from + unitsAtOnce)));
  return parts.join('');
}
