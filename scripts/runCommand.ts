import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { projectRoot } from './projectRoot.ts';

export interface CommandResult {
  /** Exit code; null when the command could not be started, was killed or ran out of time. */
  readonly code: number | null;
  /** Everything it printed, both streams in order of arrival; '' when it was shown instead. */
  readonly output: string;
  readonly problem?: string;
}

export interface CommandOptions {
  /** Show the output as it comes instead of keeping it. */
  readonly show?: boolean;
  readonly timeout: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Where it is run; the project's root when absent. */
  readonly cwd?: string;
}

/**
 * Runs a command, in the project's root unless told otherwise, with node_modules/.bin first on the path.
 *
 * Never throws: a command that cannot be started is a result with `code: null` and a `problem` in plain words.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { show = false, timeout, env = {}, cwd = projectRoot }: CommandOptions,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, PATH: binPath(), ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      // npm and wxt are scripts there, which Windows starts only through its shell.
      shell: process.platform === 'win32',
      signal: AbortSignal.timeout(timeout),
    });
    const keep = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => {
      const problem =
        error.name === 'AbortError'
          ? `it was stopped after ${Math.round(timeout / 1000)} s`
          : `it could not be started: ${error.message}`;
      resolve({ code: null, output, problem });
    });
    child.once('close', (code, signal) => {
      resolve(signal ? { code, output, problem: `it was ended by ${signal}` } : { code, output });
    });
  });
}

function binPath(): string {
  return [join(projectRoot, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
}
