import { readFile, stat } from 'node:fs/promises';
import { fileProblem } from './fileProblem.ts';
import { printable } from './printable.ts';
import { UsageError } from './usageError.ts';

/** 10,000 rules of the longest selector a settings API is known to hold are 21 MB. */
const maxMegabytes = 64;

/** @throws UsageError when the file cannot be read, is no UTF-8 text or no JSON: it says what to do */
export async function readJsonFile(file: string): Promise<unknown> {
  return parseJson(file, await readTextFile(file));
}

/** @throws UsageError when the file cannot be read or is no UTF-8 text */
export async function readTextFile(file: string): Promise<string> {
  return textOf(file, await readBytes(file));
}

function parseJson(from: string, text: string): unknown {
  if (text.trim() === '') throw new UsageError(`${from} is empty`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${from} is not JSON: ${messageOf(error)}`);
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > maxMegabytes * 1024 * 1024)
      throw new UsageError(`${file} is larger than ${maxMegabytes} MB: split it`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot read ${file}: ${fileProblem(error)}`);
  }
}

/** A selector read in the wrong encoding is another selector, which matches nothing and says nothing. */
function textOf(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`${file} is not UTF-8 text: save it as UTF-8`);
  }
}

function messageOf(error: unknown): string {
  return printable(error instanceof Error ? error.message : String(error));
}
