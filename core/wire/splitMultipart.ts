// Parts of a form that is sent with files (RFC 7578). Bounded: what comes after `mostParts` stays one part.
import type { MessageHeaders } from './decodedMessage.ts';
import { readableRuns } from './decodeUtf8.ts';

export interface MessagePart {
  readonly bytes: Uint8Array;
  readonly headers: MessageHeaders;
  /** Its name and file name: a page puts values there too. */
  readonly title: string;
}

const mostParts = 1000;
const longestBoundary = 200;
const longestHead = 16_384;
const named = /\bboundary="?([^";,\s]{1,200})/i;

/** @returns undefined when it is no such form */
export function splitMultipart(bytes: Uint8Array, contentType: string): readonly MessagePart[] | undefined {
  const boundary = contentType.startsWith('multipart/')
    ? named.exec(contentType)?.[1]
    : boundaryAtStart(bytes);
  if (boundary === undefined) return undefined;
  const mark = asciiBytes(`--${boundary}`);
  const parts: MessagePart[] = [];
  let from = indexOf(bytes, mark, 0);
  if (from < 0) return undefined;
  while (from >= 0 && parts.length < mostParts) {
    const start = from + mark.length;
    const end = parts.length === mostParts - 1 ? -1 : indexOf(bytes, mark, start);
    if (bytes[start] === dash && bytes[start + 1] === dash) break;
    parts.push(partOf(bytes.subarray(start + 2, end < 0 ? bytes.length : Math.max(start + 2, end - 2))));
    from = end;
  }
  return parts;
}

const dash = 0x2d;
const lineEnd = asciiBytes('\r\n\r\n');

function partOf(bytes: Uint8Array): MessagePart {
  const end = indexOf(bytes.subarray(0, longestHead), lineEnd, 0);
  const head = end < 0 ? '' : readableRuns(bytes.subarray(0, end));
  const contentType = /^content-type:\s{0,8}([^\r\n]{1,200})/im.exec(head)?.[1];
  return {
    bytes: bytes.subarray(end < 0 ? 0 : end + lineEnd.length),
    headers: contentType === undefined ? {} : { contentType },
    title: head,
  };
}

/** Recorders post such bodies as blobs, and then nobody says what they are. */
function boundaryAtStart(bytes: Uint8Array): string | undefined {
  if (bytes[0] !== dash || bytes[1] !== dash) return undefined;
  const [line = ''] = readableRuns(bytes.subarray(2, longestBoundary)).split('\r\n', 1);
  const head = readableRuns(bytes.subarray(0, longestBoundary * 2));
  return line.length > 0 && /\r\ncontent-disposition:/i.test(head) ? line : undefined;
}

/** Where `wanted` stands from `from` on, or -1. */
function indexOf(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same += 1;
    if (same === wanted.length) return at;
  }
  return -1;
}

function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
