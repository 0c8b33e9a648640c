// MessagePack (https://github.com/msgpack/msgpack/blob/master/spec.md) read as a row of tokens: nothing is built of it,
// so that a header that promises four thousand million entries costs nothing.
import { decodeUtf8 } from './decodeUtf8.ts';

export interface MessagePackStrings {
  readonly strings: readonly string[];
  readonly binaries: readonly Uint8Array[];
}

/** Bytes after the head of a value, for the heads that stand for themselves. */
const fixedSizes: Readonly<Record<number, number>> = {
  202: 4,
  203: 8,
  204: 1,
  205: 2,
  206: 4,
  207: 8,
  208: 1,
  209: 2,
  210: 4,
  211: 8,
  212: 2,
  213: 3,
  214: 5,
  215: 9,
  216: 17,
};
/** Heads with a length behind them: how many bytes the length takes, and what it is the length of. */
const counted: Readonly<Record<number, readonly [bytes: number, of: 'string' | 'binary' | 'extension']>> = {
  217: [1, 'string'],
  218: [2, 'string'],
  219: [4, 'string'],
  196: [1, 'binary'],
  197: [2, 'binary'],
  198: [4, 'binary'],
  199: [1, 'extension'],
  200: [2, 'extension'],
  201: [4, 'extension'],
};
const containers: Readonly<Record<number, number>> = { 220: 2, 221: 4, 222: 2, 223: 4 };

/** @returns undefined when the bytes are not MessagePack from the first to the last, or hold no string */
export function messagePackStrings(bytes: Uint8Array): MessagePackStrings | undefined {
  const strings: string[] = [];
  const binaries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const head = bytes[at] ?? 0;
    at += 1;
    const { size, skip, of } = sizeOf(head, bytes, at);
    if (size < 0 || at + skip + size > bytes.length) return undefined;
    const body = bytes.subarray(at + skip, at + skip + size);
    at += skip + size;
    if (of === 'binary' || of === 'extension') binaries.push(body);
    if (of !== 'string') continue;
    const text = decodeUtf8(body);
    if (text === undefined) return undefined;
    strings.push(text);
  }
  return strings.length === 0 && binaries.length === 0 ? undefined : { strings, binaries };
}

interface Token {
  /** -1: no such head. */
  readonly size: number;
  readonly skip: number;
  readonly of: 'string' | 'binary' | 'extension' | 'other';
}

function sizeOf(head: number, bytes: Uint8Array, at: number): Token {
  if (head >= 0xa0 && head < 0xc0) return { size: head & 0x1f, skip: 0, of: 'string' };
  if (head < 0xc0 || head >= 0xe0 || head === 0xc0 || head === 0xc2 || head === 0xc3)
    return { size: 0, skip: 0, of: 'other' };
  const length = counted[head];
  if (length) {
    const [skip, of] = length;
    return { size: numberAt(bytes, at, skip) + (of === 'extension' ? 1 : 0), skip, of };
  }
  const size = fixedSizes[head] ?? containers[head] ?? -1;
  return { size, skip: 0, of: 'other' };
}

function numberAt(bytes: Uint8Array, at: number, length: number): number {
  let number = 0;
  for (let index = 0; index < length; index += 1) number = number * 256 + (bytes[at + index] ?? 0);
  return number;
}
