import { base64Bytes } from '../findings/base64Bytes.ts';
import { decodeUtf8 } from './decodeUtf8.ts';
import { decodeUtf16 } from './decodeUtf16.ts';
import { compressionOf } from './inflateBytes.ts';

const beyondLatin1 = /[\u0100-\uffff]/;
/** `x^2` begins like zlib's header. */
const plain = /^[\t\n\r\u0020-\u007e]{16}/;

/**
 * Compressed bytes that a script keeps in a string, one character each: rrweb's `pack` and PostHog's snapshots
 * (`strFromU8(..., true)` of fflate, read in rrweb 2.2.2 and posthog-js 1.449.2).
 */
export function packedBytes(text: string): Uint8Array | undefined {
  const head = Uint8Array.of(text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2), text.charCodeAt(3));
  const isWide = text.charCodeAt(0) > 0xff || text.charCodeAt(1) > 0xff;
  if (text.length < 8 || isWide || compressionOf(head, undefined) === undefined) return undefined;
  if (plain.test(text) || beyondLatin1.test(text)) return undefined;
  return Uint8Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}

/** Shorter ones hold nothing that is searched for. */
const base64 = /(?<![\w+/-])[A-Za-z0-9+/_-]{12,}={0,2}/g;
const hexadecimal = /(?<!\w)(?:[\da-fA-F]{2}){8,}(?!\w)/g;
const probe = 64;
/** Longer ones that say nothing of themselves are taken as data and not as a number or a name. */
const long = 2048;
const dataAddress = /data:(?:image|font|video|audio|application\/(?:font|x-font))[^,]{0,100},$/;

export interface EncodedToken {
  readonly name: 'base64' | 'hex';
  readonly content: Uint8Array;
}

/** Every run of letters in a text that is text or compressed data in base64, base64url or hexadecimal. */
export function tokensIn(text: string): readonly EncodedToken[] {
  const found: EncodedToken[] = [];
  for (const match of text.matchAll(base64)) {
    const content = decodedToken(match[0], text.slice(Math.max(0, match.index - 120), match.index));
    if (content) found.push({ name: 'base64', content });
  }
  for (const [written] of text.matchAll(hexadecimal)) {
    const content = bytesOfHex(written);
    if (saysSomething(content)) found.push({ name: 'hex', content });
  }
  return found;
}

function decodedToken(written: string, before: string): Uint8Array | undefined {
  const plain = written.replace(/={1,2}$/, '');
  if (plain.length % 4 === 1 || !/[A-Z]/.test(plain.slice(0, 400)) || !/[a-z\d]/.test(plain.slice(0, 400)))
    return undefined;
  const start = base64Bytes(plain.slice(0, probe));
  if (saysSomething(start)) return base64Bytes(plain);
  return plain.length >= long && !dataAddress.test(before) ? base64Bytes(plain) : undefined;
}

/** Whether bytes begin like something that can be read on. */
function saysSomething(bytes: Uint8Array): boolean {
  if (bytes.length < 5) return false;
  if (compressionOf(bytes, undefined) !== undefined || decodeUtf16(bytes) !== undefined) return true;
  // The probe may end within a character.
  for (let cut = 0; cut < 4; cut += 1) {
    const text = decodeUtf8(bytes.subarray(0, bytes.length - cut));
    if (text !== undefined) return !unreadable.test(text);
  }
  return false;
}

const unreadable = /(?![\t\n\r])\p{Cc}/u;

function bytesOfHex(written: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor(written.length / 2));
  for (let index = 0; index < bytes.length; index += 1)
    bytes[index] = Number.parseInt(written.slice(index * 2, index * 2 + 2), 16);
  return bytes;
}
