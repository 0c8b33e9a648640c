import type { Inflate, Inflated, Inflaters } from '../../core/wire/inflaters.ts';

/** The browser's own decompressors. They know neither brotli nor zstd: those are told as not inspected. */
export function streamInflaters(): Inflaters {
  return { gzip: inflateAs('gzip'), deflate: inflateAs('deflate'), deflateRaw: inflateAs('deflate-raw') };
}

function inflateAs(format: CompressionFormat): Inflate {
  return async (bytes, most) => {
    const parts: Uint8Array[] = [];
    let length = 0;
    const source = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
    const reader = source.pipeThrough(new DecompressionStream(format)).getReader();
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        parts.push(next.value);
        length += next.value.length;
        if (length <= most) continue;
        await reader.cancel();
        return joined(parts, most, true);
      }
      return joined(parts, length, false);
    } catch {
      // Nothing of its kind, or broken off: what came before is kept, and said to be a part.
      return joined(parts, Math.min(length, most), true);
    }
  };
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
