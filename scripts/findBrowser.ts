import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer';
import { type CommandOptions, type CommandResult, runCommand } from './runCommand.ts';

export type BrowserKind = 'chrome' | 'firefox';

export interface BrowserSearch {
  readonly kind: BrowserKind;
  /** May it be downloaded or installed when the machine has none? */
  readonly install: boolean;
  readonly log: (line: string) => void;
  /** What installing needs of the machine; the machine itself when absent. */
  readonly machine?: Machine;
}

export interface Machine {
  readonly run: (command: string, args: readonly string[], options: CommandOptions) => Promise<CommandResult>;
  readonly isDebian: boolean;
  readonly isRoot: boolean;
}

/** No browser could be had. The message lists everything that was tried, one line each. */
export class BrowserNotFound extends Error {
  override readonly name = 'BrowserNotFound';
}

interface BrowserPlaces {
  readonly name: string;
  readonly variable: string;
  readonly commands: readonly string[];
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

// Plain Chromium first: it is what the tests are measured with. Branded Chrome works too although it ignores
// --load-extension from 137 on, because puppeteer loads extensions over the pipe (Extensions.loadUnpacked).
const places: Record<BrowserKind, BrowserPlaces> = {
  chrome: {
    name: 'Chromium or Chrome',
    variable: 'CHROME_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'],
    files: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    ],
    packages: ['chromium', 'fonts-liberation'],
  },
  firefox: {
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    commands: ['firefox', 'firefox-esr'],
    files: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    packages: ['firefox-esr'],
  },
};

const downloadTimeout = 300_000;
const aptTimeout = 420_000;

/**
 * Path of a browser that can be driven: the environment's, puppeteer's own, the system's; then, when allowed,
 * a download by puppeteer and the Debian package.
 *
 * @throws BrowserNotFound with everything that was tried
 */
export async function findBrowser(search: BrowserSearch): Promise<string> {
  const { name, variable } = places[search.kind];
  const tried: string[] = [];
  const found = (await findInstalled(search.kind, tried)) ?? (await installBrowser(search, tried));
  if (found) return found;
  const list = tried.map((line) => `  - ${line}`).join('\n');
  throw new BrowserNotFound(
    `No ${name} was found on this machine, so nothing can be opened. What was tried:\n${list}\n` +
      `Install ${name}, or set ${variable} to its program file, and run this again.`,
  );
}

async function findInstalled(kind: BrowserKind, tried: string[]): Promise<string | undefined> {
  return fromEnvironment(kind, tried) ?? (await fromPuppeteer(kind, tried)) ?? fromSystem(kind, tried);
}

function fromEnvironment(kind: BrowserKind, tried: string[]): string | undefined {
  const { variable } = places[kind];
  const path = process.env[variable];
  if (path && isProgram(path)) return path;
  tried.push(path ? `${variable} is set to ${path}, which is not a program file` : `${variable} is not set`);
  return undefined;
}

async function fromPuppeteer(kind: BrowserKind, tried: string[]): Promise<string | undefined> {
  try {
    const path = await puppeteer.executablePath({ browser: kind });
    if (isProgram(path)) return path;
    tried.push(`puppeteer's cache has no ${kind} (looked for ${path})`);
  } catch (error) {
    tried.push(`puppeteer's cache has no ${kind} (${firstLine(error)})`);
  }
  return undefined;
}

function fromSystem(kind: BrowserKind, tried: string[]): string | undefined {
  const { commands, files } = places[kind];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
  const found = [...onPath, ...files].find(isProgram);
  if (!found) tried.push(`none of ${commands.join(', ')} is on the path, nor in the usual folders`);
  return found;
}

async function installBrowser(search: BrowserSearch, tried: string[]): Promise<string | undefined> {
  const { kind, install, log, machine = thisMachine() } = search;
  if (!install) {
    tried.push('nothing was downloaded: installing was not asked for');
    return undefined;
  }
  log(`No ${places[kind].name} here yet: downloading one through puppeteer.`);
  const args = ['browsers', 'install', kind];
  const download = await machine.run('puppeteer', args, { timeout: downloadTimeout });
  const path = download.code === 0 ? await fromPuppeteer(kind, tried) : undefined;
  if (path) return path;
  tried.push(`\`npx puppeteer ${args.join(' ')}\`: ${failure(download)}`);
  if (!machine.isDebian) tried.push('apt-get: this is not a Debian or Ubuntu system');
  else if (!machine.isRoot) tried.push('apt-get: only root may install packages');
  else return installDebianPackage({ ...search, machine }, tried);
  return undefined;
}

async function installDebianPackage(
  { kind, log, machine }: BrowserSearch & { readonly machine: Machine },
  tried: string[],
): Promise<string | undefined> {
  const { packages } = places[kind];
  log(`The download did not work: installing ${packages.join(' and ')} with apt-get.`);
  const options = { timeout: aptTimeout, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const update = await machine.run('apt-get', ['update'], options);
  if (update.code !== 0) tried.push(`\`apt-get update\`: ${failure(update)}`);
  const args = ['install', '-y', '--no-install-recommends', ...packages];
  const installed = await machine.run('apt-get', args, options);
  if (installed.code === 0) return fromSystem(kind, tried);
  tried.push(`\`apt-get ${args.join(' ')}\`: ${failure(installed)}`);
  return undefined;
}

function thisMachine(): Machine {
  return {
    run: runCommand,
    isDebian: existsSync('/etc/debian_version'),
    isRoot: process.getuid?.() === 0,
  };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // Not there, or not ours to run: the caller lists it as tried.
  }
}

function failure({ code, output, problem }: CommandResult): string {
  const lines = output.trim().split('\n');
  const last = lines.findLast((line) => /error|fail|unable|E:/i.test(line)) ?? lines.at(-1) ?? '';
  return `${problem ?? `it ended with code ${code}`}${last ? ` (${last.trim().slice(0, 200)})` : ''}`;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? '';
}
