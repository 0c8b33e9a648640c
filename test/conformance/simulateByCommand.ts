import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaptureRecord } from '../../core/capture/captureRecord.ts';
import { projectRoot } from '../../scripts/projectRoot.ts';
import type { Simulate } from './simulateHere.ts';

const longest = 256 * 1024 * 1024;

/** The real command, in a process and with a browser of its own; the options reach it as a file. */
export const simulateByCommand: Simulate = async (_browser, { recorder, options }, url, watch) => {
  const folder = await mkdtemp(join(tmpdir(), 'scrim-'));
  try {
    const file = join(folder, 'options.json');
    await writeFile(file, JSON.stringify(options));
    const given = ['--profile', recorder, '--options', `@${file}`, '--watch', String(watch), '--json'];
    const out = await run(['capture', url, ...given]);
    return (JSON.parse(out) as { records: CaptureRecord[] }).records;
  } finally {
    await rm(folder, { recursive: true });
  }
};

function run(args: readonly string[]): Promise<string> {
  const launcher = join(projectRoot, 'bin', 'scrim.mjs');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [launcher, ...args], { maxBuffer: longest }, (error, out, err) => {
      if (error) reject(new Error(`${error.message}\n${err}`));
      else resolve(out);
    });
  });
}
