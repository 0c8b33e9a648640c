import type { Layer, Unwrapping } from './decodeMessage.ts';
import { decodeUtf8, readableRuns } from './decodeUtf8.ts';
import { decodeUtf16 } from './decodeUtf16.ts';
import { compressionOf, inflateBytes, segmentsIn } from './inflateBytes.ts';
import { messagePackStrings } from './messagePackStrings.ts';
import { splitMultipart } from './splitMultipart.ts';
import { looksEncrypted, mediaOf } from './unreadableBytes.ts';

/** One layer of bytes: a compressed body, a form with files, a text in one of its encodings, or binary data. */
export async function unwrapBytes(bytes: Uint8Array, layer: Layer, work: Unwrapping): Promise<void> {
  const { encodings, headers } = layer;
  if (bytes.length === 0) return;
  const compression = compressionOf(bytes, headers.contentEncoding);
  if (compression !== undefined && (await inflateBytes(bytes, compression, layer, work))) return;
  // It was a text already: what does not open stays one.
  if (encodings.at(-1) === 'latin1') return unwrapBinary(bytes, layer, work);
  const parts = splitMultipart(bytes, headers.contentType ?? '');
  if (parts) {
    const inside = [...encodings, 'multipart'];
    for (const part of parts) {
      if (part.title !== '') work.add({ text: part.title, encodings: inside, isListed: false });
      work.later({ content: part.bytes, encodings: inside, headers: part.headers });
    }
    return;
  }
  const wide = decodeUtf16(bytes);
  if (wide !== undefined) return work.later({ content: wide, encodings: [...encodings, 'utf-16'] });
  const text = decodeUtf8(bytes);
  // A text with compressed bytes that happen to be characters is binary data all the same.
  if (text !== undefined && !text.includes('\0')) return work.later({ content: text, encodings });
  await unwrapBinary(bytes, layer, work);
}

/** Anything else: compressed segments in it, MessagePack, and every readable text between the other bytes. */
async function unwrapBinary(bytes: Uint8Array, layer: Layer, work: Unwrapping): Promise<void> {
  const { encodings } = layer;
  const media = mediaOf(bytes);
  if (media) return work.gap('media');
  const packed = messagePackStrings(bytes);
  if (packed) {
    const inside = [...encodings, 'messagepack'];
    work.add({ text: packed.strings.join('\0'), encodings: inside, isListed: true });
    for (const content of [...packed.strings.filter(isNested), ...packed.binaries])
      work.later({ content, encodings: inside });
    return;
  }
  let from = 0;
  let opened = 0;
  for (const at of segmentsIn(bytes)) {
    const rest = bytes.subarray(at);
    const compression = compressionOf(rest, undefined);
    if (compression === undefined || !(await inflateBytes(rest, compression, layer, work))) continue;
    opened += 1;
    addRuns(bytes.subarray(from, at), encodings, work);
    from = at;
  }
  if (opened > 0) return;
  if (looksEncrypted(bytes)) {
    for (const guess of ['deflateRaw', 'brotli'] as const)
      if (await inflateBytes(bytes, guess, layer, work)) return;
    work.gap('unreadable');
  }
  addRuns(bytes, encodings, work);
}

/** What is long enough to be a document of its own. */
function isNested(text: string): boolean {
  return text.length > 8;
}

function addRuns(bytes: Uint8Array, encodings: readonly string[], work: Unwrapping): void {
  const runs = readableRuns(bytes)
    .split('\0')
    .filter((run) => run.length > 2);
  if (runs.length === 0) return;
  const inside = [...encodings, 'binary'];
  work.add({ text: runs.join('\0'), encodings: inside, isListed: true });
  for (const run of runs) if (/^\s{0,16}[{[]/.test(run)) work.later({ content: run, encodings: inside });
}
