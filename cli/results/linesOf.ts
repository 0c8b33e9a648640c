import type { FileHandle } from 'node:fs/promises';
import { ResultsError } from '../../core/check/readResultsLine.ts';

export interface FileLine {
  /** In bytes, from the beginning of the file. */
  readonly start: number;
  /** Without the line's end. */
  readonly length: number;
  text(): string;
}

const chunkBytes = 1024 * 1024;
/** A page with pictures is a few megabytes. */
const maxLine = 128 * 1024 * 1024;
const newline = 10;

/** Every line that has an end, read in pieces of a megabyte; what follows the last end was cut off and is no line. */
export async function* linesOf(handle: FileHandle): AsyncGenerator<FileLine> {
  let held: Buffer = Buffer.alloc(0);
  let start = 0;
  for (let position = 0; ; ) {
    const chunk = Buffer.alloc(chunkBytes);
    const { bytesRead } = await handle.read(chunk, 0, chunkBytes, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    held =
      held.length === 0 ? chunk.subarray(0, bytesRead) : Buffer.concat([held, chunk.subarray(0, bytesRead)]);
    let from = 0;
    for (let end = held.indexOf(newline); end >= 0; end = held.indexOf(newline, from)) {
      const bytes = held.subarray(from, end);
      yield { start, length: bytes.length, text: () => bytes.toString('utf8') };
      start += bytes.length + 1;
      from = end + 1;
    }
    held = held.subarray(from);
    if (held.length > maxLine) throw new ResultsError('a line of it does not end');
  }
}
