import type { Layer, Unwrapping } from './decodeMessage.ts';
import type { Inflaters } from './inflaters.ts';

type Compression = keyof Inflaters;

/** Names as `Content-Encoding` writes them, and as reports do. */
const written: Readonly<Record<Compression, string>> = {
  gzip: 'gzip',
  deflate: 'deflate',
  deflateRaw: 'deflate-raw',
  brotli: 'brotli',
  zstd: 'zstd',
};
const headerNames: Readonly<Record<string, Compression>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
  br: 'brotli',
  zstd: 'zstd',
};

/** What the bytes say of themselves goes first: sites put wrong headers on beacons, or none. */
export function compressionOf(bytes: Uint8Array, header: string | undefined): Compression | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if (first === 0x1f && second === 0x8b && third === 8) return 'gzip';
  if (isZlib(first, second)) return 'deflate';
  if (first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd) return 'zstd';
  return header === undefined ? undefined : headerNames[header.trim().toLowerCase()];
}

/** Method, window and check bits (RFC 1950, 2.2), without a dictionary. */
function isZlib(first: number, second: number): boolean {
  return (
    (first & 0x0f) === 8 && first >> 4 <= 7 && (second & 0x20) === 0 && (first * 256 + second) % 31 === 0
  );
}

const mostSegments = 64;

/** Where compressed data may begin in the middle of others: `length, bytes` of an envelope, a file in a form. */
export function segmentsIn(bytes: Uint8Array): readonly number[] {
  const found: number[] = [];
  for (let at = 1; at + 4 < bytes.length && found.length < mostSegments; at += 1) {
    const first = bytes[at] ?? 0;
    const isGzip = first === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8;
    // Two bytes are soon found by chance: zlib only where a line begins.
    const isLine = bytes[at - 1] === 0x0a && first === 0x78 && isZlib(first, bytes[at + 1] ?? 0);
    if (isGzip || isLine) found.push(at);
  }
  return found;
}

/**
 * Hands on what is in compressed bytes.
 *
 * @returns false when they are nothing of the kind
 */
export async function inflateBytes(
  bytes: Uint8Array,
  compression: Compression,
  { encodings }: Pick<Layer, 'encodings'>,
  work: Unwrapping,
): Promise<boolean> {
  const inflate = work.inflaters[compression];
  if (!inflate) {
    if (compression === 'deflateRaw') return false;
    work.gap(compression === 'brotli' || compression === 'zstd' ? compression : 'compressed');
    return false;
  }
  const { bytes: content, isCut } = await inflate(bytes, Math.max(0, work.left()));
  if (content.length === 0) {
    // `Content-Encoding: deflate` is written for both forms.
    return compression === 'deflate' && inflateRaw(bytes, encodings, work);
  }
  if (isCut) work.gap(content.length >= work.left() ? 'too-large' : 'cut-off');
  work.later({ content, encodings: [...encodings, written[compression]] });
  return true;
}

function inflateRaw(bytes: Uint8Array, encodings: readonly string[], work: Unwrapping): Promise<boolean> {
  return inflateBytes(bytes, 'deflateRaw', { encodings }, work);
}
