import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { en } from '../assets/locales/en/index.ts';
import { withoutValues } from '../core/findings/withoutValues.ts';
import { createTranslator } from '../core/messages/translate.ts';
import { type BrowserHost, type BrowserHostOptions, createBrowserHost } from './browserHost.ts';
import type { CommandContext } from './commandContext.ts';
import { capture } from './commands/capture.ts';
import { check } from './commands/check.ts';
import { detect } from './commands/detect.ts';
import { fields } from './commands/fields.ts';
import { merge } from './commands/merge.ts';
import { translate } from './commands/translate.ts';
import { connectBrowser } from './connectBrowser.ts';
import { exitCodes } from './exitCodes.ts';
import { help } from './help.ts';
import { isMeasuring } from './isMeasuring.ts';
import { launchBrowser } from './launchBrowser.ts';
import { type Command, parseCommand } from './parseCommand.ts';
import { UsageError } from './usageError.ts';

// Composition root of the `scrim` command: the only place in cli/ that touches the process.

const pageScriptFile = new URL('../dist/pageScript.js', import.meta.url);

async function main(argv: readonly string[]): Promise<number> {
  // Loaded only then: a server is started without a browser's driver, and a page looked at without a database's.
  if (isMeasuring(argv)) return (await import('./measure.ts')).measure(argv, process, pageScriptFile);
  if (['serve', 'keys', 'audit'].includes(argv[0] ?? ''))
    return (await import('./operate.ts')).operate(argv, process);
  const warn = (line: string) => void process.stderr.write(`${line}\n`);
  const pageScript = await readFile(pageScriptFile, 'utf8');
  const hosts: BrowserHost[] = [];
  const hostWith = (options: Pick<BrowserHostOptions, 'launch' | 'isShared'>): BrowserHost => {
    const host = createBrowserHost({ ...options, pageScript });
    hosts.push(host);
    return host;
  };
  const context: CommandContext = {
    t: createTranslator(en, 'en'),
    browser: hostWith({ launch: () => launchBrowser(warn) }),
    browserAt: (endpoint) => hostWith({ launch: () => connectBrowser(endpoint), isShared: true }),
    write: (text) => void process.stdout.write(text),
    warn,
    today: () => new Date().toISOString().slice(0, 10),
    interrupted: interruption(),
    environment: process.env,
    version: await version(),
    ...(process.stderr.isTTY ? { status: statusLine } : {}),
    lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  };
  try {
    return await run(parseCommand(argv), context);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    warn(`scrim: ${error.message}\nTry: scrim help`);
    return exitCodes.usage;
  } finally {
    for (const host of hosts) await host.close();
  }
}

async function run(command: Command, context: CommandContext): Promise<number> {
  switch (command.name) {
    case 'capture':
      return capture(command, context);
    case 'check':
      return check(command, context);
    case 'merge':
      return merge(command, context);
    case 'fields':
      return fields(command, context);
    case 'detect':
      return detect(context, command.rules);
    case 'translate':
      return translate(command, context);
    case 'version':
    case 'help':
      context.write(command.name === 'help' ? help : `${await version()}\n`);
      return exitCodes.ok;
  }
}

/** Takes the place of what stands in the terminal's last line. */
function statusLine(line: string): void {
  const width = process.stderr.columns || 80;
  process.stderr.write(`\r\u001b[K${line.slice(0, width - 1)}`);
}

/** A terminal sends the signal to a launcher and to us, and the launcher hands it on: both are one press. */
const samePress = 500;
const stoppedTwice = 130;

/** Aborted by the first Ctrl-C: what is known is told. The second ends everything at once. */
function interruption(): AbortSignal {
  const stop = new AbortController();
  let first = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!stop.signal.aborted) {
        first = performance.now();
        stop.abort();
      } else if (performance.now() - first > samePress) process.exit(stoppedTwice);
    });
  }
  return stop.signal;
}

async function version(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  return String((manifest as { version: unknown }).version);
}

// `scrim check ... | head` closes the pipe early: that is the reader's choice and no failure. The pages are looked
// at all the same, because the exit code is still read.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
});

// Configurations, logins and flows are code that runs in this process: one that ends it must not end it well.
let isDone = false;
process.on('exit', (code) => {
  if (!isDone && code === exitCodes.ok) process.exitCode = exitCodes.notInspected;
});

// An error of any other kind must not end with Node's own 1, which here means leaks.
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // Nobody knows what this error quotes.
  process.stderr.write(
    `scrim: ${withoutValues(error instanceof Error ? error.message : String(error), [])}\n`,
  );
  process.exitCode = exitCodes.notInspected;
}
isDone = true;
