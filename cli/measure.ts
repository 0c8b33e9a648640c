import { readFile } from 'node:fs/promises';
import { en } from '../assets/locales/en/index.ts';
import { createTranslator, type Translate } from '../core/messages/translate.ts';
import { type BrowserHost, createBrowserHost } from './browserHost.ts';
import { type ListenRequest, listenForRecorder } from './calibrate/listenForRecorder.ts';
import type { WireEar } from './calibrate/wireEar.ts';
import { auditSite } from './commands/auditSite.ts';
import { calibrate } from './commands/calibrate.ts';
import { exitCodes } from './exitCodes.ts';
import { launchBrowser } from './launchBrowser.ts';
import { measuringHelp } from './measuringHelp.ts';
import { parseMeasuring } from './parseMeasuring.ts';
import { UsageError } from './usageError.ts';

/** What the commands that measure a recorder may use of the world outside them. */
export interface MeasuringContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly browser: BrowserHost;
  readonly fetch: typeof fetch;
  readonly listen: (request: ListenRequest) => WireEar;
  /** Standard output: the result. */
  readonly write: (text: string) => void;
  /** Standard error: words. No raw page values. */
  readonly warn: (line: string) => void;
  readonly t: Translate;
  /** `2026-11-26`, in UTC. */
  readonly today: () => string;
}

/** `scrim calibrate` and `scrim audit <site>`. @returns the exit code */
export async function measure(
  argv: readonly string[],
  host: NodeJS.Process,
  pageScript: URL,
): Promise<number> {
  const warn = (line: string) => void host.stderr.write(`${line}\n`);
  let browser: BrowserHost | undefined;
  try {
    const command = parseMeasuring(argv);
    if (command.name === 'help') {
      host.stdout.write(measuringHelp);
      return exitCodes.ok;
    }
    browser = createBrowserHost({
      launch: () => launchBrowser(warn),
      pageScript: await readFile(pageScript, 'utf8'),
    });
    const context: MeasuringContext = {
      env: host.env,
      browser,
      fetch,
      listen: listenForRecorder,
      write: (text) => void host.stdout.write(text),
      warn,
      t: createTranslator(en, 'en'),
      today: () => new Date().toISOString().slice(0, 10),
    };
    return command.name === 'audit' ? await auditSite(command, context) : await calibrate(command, context);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    warn(`scrim: ${error.message}\nTry: scrim calibrate --help`);
    return exitCodes.usage;
  } finally {
    await browser?.close();
  }
}
