import { base64Bytes } from './base64Bytes.ts';

/** Shorter ones hold nothing that a detector looks for. A quarter of a million characters are an image. */
const token = /(?<![\w+/-])[A-Za-z0-9+/_-]{12,262144}={0,2}(?![\w+/=-])/g;
/** What is not text shows within these. */
const probeLength = 24;
const minDecoded = 6;
/** Letters, digits, marks and spaces of texts; binary data has others within a few bytes. */
const readable = /^[\t\n\r\u0020-\u007e\u00a0-\u{e007f}]+$/u;

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
  const bytes = base64Bytes(written);
  const text = utf8(bytes, isCut);
  return text !== undefined && readable.test(text) ? text : undefined;
}

/** By way of percent-encoding: the language itself has no other way, and this folder has no host. */
function utf8(bytes: Uint8Array, isCut: boolean): string | undefined {
  if (bytes.every((byte) => byte < 0x80)) return asciiOf(bytes);
  const most = isCut ? 3 : 0;
  for (let left = 0; left <= most; left += 1) {
    const kept = bytes.subarray(0, bytes.length - left);
    try {
      return decodeURIComponent(
        Array.from(kept, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
      );
    } catch (error) {
      if (!(error instanceof URIError)) throw error;
    }
  }
  return undefined;
}

const unitsAtOnce = 8192;

function asciiOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += unitsAtOnce)
    parts.push(String.fromCharCode(...bytes.subarray(from, from + unitsAtOnce)));
  return parts.join('');
}
