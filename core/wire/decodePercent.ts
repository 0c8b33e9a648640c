import { decodeUtf8, readableRuns } from './decodeUtf8.ts';

const run = /(?:%[\da-fA-F]{2}){1,4096}/g;

/** @param isForm a `+` is a space. @returns undefined where there is nothing to decode */
export function decodePercent(text: string, isForm: boolean): string | undefined {
  if (!text.includes('%') && !isForm) return undefined;
  const spaced = isForm ? text.replaceAll('+', ' ') : text;
  return spaced.replace(run, (written) => {
    const bytes = new Uint8Array(written.length / 3);
    for (let index = 0; index < bytes.length; index += 1)
      bytes[index] = Number.parseInt(written.slice(index * 3 + 1, index * 3 + 3), 16);
    // Of an old encoding what is plain in it can be read.
    return decodeUtf8(bytes) ?? readableRuns(bytes);
  });
}
