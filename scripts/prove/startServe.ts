import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../projectRoot.ts';

export interface ServeProcess {
  readonly url: string;
  /** Everything it wrote, on both streams. */
  readonly said: () => string;
  /** @returns its exit code; null when it was killed */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

export interface ServeOptions {
  readonly databaseUrl?: string;
  readonly dataDir?: string;
  /** 0, the default: any free one. */
  readonly port?: number;
  readonly args?: readonly string[];
}

const startMs = 120_000;

/** A real `scrim serve`, as a process of its own; settles when it says that it is ready. */
export async function startServe(options: ServeOptions): Promise<ServeProcess> {
  const { databaseUrl = '', dataDir, port = 0, args = [] } = options;
  const folder = dataDir === undefined ? [] : ['--data-dir', dataDir];
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'bin', 'scrim.mjs'), 'serve', '--port', String(port), ...folder, ...args],
    { env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`It did not start: ${said}`)), startMs);
    const hear = (part: Buffer): void => {
      said += part.toString();
      const found = /ready at (https?:\/\/[\w.:[\]]+)/.exec(said);
      if (found?.[1] !== undefined) resolve(found[1]);
      if (found) clearTimeout(timer);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', (code) => {
      clearTimeout(timer);
      reject(new Error(`It ended with ${code}: ${said}`));
    });
  });
  return { url, said: () => said, end: (signal) => end(child, signal) };
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.kill(signal);
  return ended;
}
