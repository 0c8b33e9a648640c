import type { Transform } from 'node:stream';
import zlib from 'node:zlib';
import type { Inflate, Inflated, Inflaters } from '../../core/wire/inflaters.ts';

/** Data that ends without its last block is read as far as it goes: recorders flush, they do not always end. */
const lenient = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
const lenientBrotli = { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH };

/** Node's own decompressors; zstd where this Node has it (22.15 and later). */
export function nodeInflaters(): Inflaters {
  return {
    gzip: inflateWith(() => zlib.createGunzip(lenient)),
    deflate: inflateWith(() => zlib.createInflate(lenient)),
    deflateRaw: inflateWith(() => zlib.createInflateRaw(lenient)),
    brotli: inflateWith(() => zlib.createBrotliDecompress(lenientBrotli)),
    ...(typeof zlib.createZstdDecompress === 'function'
      ? { zstd: inflateWith(() => zlib.createZstdDecompress()) }
      : {}),
  };
}

function inflateWith(create: () => Transform): Inflate {
  return (bytes, most) =>
    new Promise((resolve) => {
      const stream = create();
      const parts: Uint8Array[] = [];
      let length = 0;
      const done = (isCut: boolean) => {
        stream.destroy();
        resolve(joined(parts, Math.min(length, most), isCut));
      };
      stream.on('data', (part: Uint8Array) => {
        parts.push(part);
        length += part.length;
        if (length > most) done(true);
      });
      stream.on('end', () => done(false));
      // Nothing of its kind, or broken off: what came before is kept.
      stream.on('error', () => done(true));
      stream.end(bytes);
    });
}

function joined(parts: readonly Uint8Array[], length: number, isCut: boolean): Inflated {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    const fits = part.subarray(0, length - at);
    bytes.set(fits, at);
    at += fits.length;
  }
  return { bytes, isCut };
}
