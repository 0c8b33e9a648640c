import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { en } from '../assets/locales/en/index.ts';
import { createTranslator } from '../core/messages/translate.ts';
import { createBrowserHost } from './browserHost.ts';
import type { CommandContext } from './commandContext.ts';
import { capture } from './commands/capture.ts';
import { check } from './commands/check.ts';
import { detect } from './commands/detect.ts';
import { fields } from './commands/fields.ts';
import { translate } from './commands/translate.ts';
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
  const browser = createBrowserHost({
    launch: () => launchBrowser(warn),
    pageScript,
  });
  const context: CommandContext = {
    t: createTranslator(en, 'en'),
    browser,
    write: (text) => void process.stdout.write(text),
    warn,
    today: () => new Date().toISOString().slice(0, 10),
    lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  };
  try {
    return await run(parseCommand(argv), context);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    warn(`scrim: ${error.message}\nTry: scrim help`);
    return exitCodes.usage;
  } finally {
    await browser.close();
  }
}

async function run(command: Command, context: CommandContext): Promise<number> {
  switch (command.name) {
    case 'capture':
      return capture(command, context);
    case 'check':
      return check(command, context);
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

async function version(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  return String((manifest as { version: unknown }).version);
}

// `scrim check ... | head` closes the pipe early: that is the reader's choice and no failure. The pages are looked
// at all the same, because the exit code is still read.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
});

// An error of any other kind must not end with Node's own 1, which here means leaks.
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`scrim: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = exitCodes.notInspected;
}
