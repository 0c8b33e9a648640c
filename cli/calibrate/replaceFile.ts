import { rename, writeFile } from 'node:fs/promises';

/** The whole text or, when something goes wrong, the old one: never half a file. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`;
  await writeFile(beside, text, { flag: 'wx' });
  await rename(beside, file);
}
