// `npm start [-- <http address or .html file>] [-- --headless]`: a browser with Scrim in it, connected to a
// settings server of its own, on the demo shop. Without a screen it does the main job by itself and ends.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseStartArgs, StartUsageError } from './demo/parseStartArgs.ts';
import { runDemo } from './demo/runDemo.ts';
import { StepFailed } from './demo/within.ts';
import { BrowserNotFound } from './findBrowser.ts';

const lingering = 2_000;

/** What was opened, to be closed in the opposite order whatever happens. */
type Cleanup = () => Promise<void>;

async function main(argv: readonly string[]): Promise<number> {
  const args = parseStartArgs(argv);
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const opened: Cleanup[] = [];
  const workFolder = await mkdtemp(join(tmpdir(), 'scrim-start-'));
  opened.push(() => rm(workFolder, { recursive: true, force: true, maxRetries: 3 }));
  try {
    const headless = args.headless || !hasScreen();
    if (headless && !args.headless)
      console.log('There is no screen here, so this runs headless and ends by itself.');
    await runDemo({
      ...args,
      headless,
      workFolder,
      signal: stop.signal,
      log: console.log,
      onOpened: (close) => opened.push(close),
    });
    return 0;
  } catch (error) {
    // Ctrl+C while something is still starting is a wish, not a failure.
    if (stop.signal.aborted && error instanceof StepFailed) return 0;
    throw error;
  } finally {
    for (const close of opened.toReversed()) await close().catch(sayCloseFailed);
  }
}

function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function sayCloseFailed(error: unknown): void {
  console.error(`While closing: ${error instanceof Error ? error.message : error}`);
}

function explain(error: unknown): number {
  const known =
    error instanceof StepFailed || error instanceof BrowserNotFound || error instanceof StartUsageError;
  console.error(known ? error.message : error);
  return error instanceof StartUsageError ? 2 : 1;
}

process.exitCode = await main(process.argv.slice(2)).catch(explain);
// Everything is closed. A wait that was given up may still hold the process; it holds nothing else.
setTimeout(() => process.exit(), lingering).unref();
