import { parseArgs } from 'node:util';

export interface StartArgs {
  readonly headless: boolean;
  /** An http(s) address or a path to an .html file; absent: the demo shop's account page. */
  readonly target?: string;
}

/** The command line was not understood. Exit code 2. */
export class StartUsageError extends Error {
  override readonly name = 'StartUsageError';
}

const usage = 'Use: npm start [-- <http address or .html file>] [-- --headless]';

/** Reads what stands behind `npm start --`. @throws StartUsageError */
export function parseStartArgs(argv: readonly string[]): StartArgs {
  const { headless, positionals } = parse(argv);
  if (positionals.length > 1) throw new StartUsageError(`One page at a time, please. ${usage}`);
  const [target] = positionals;
  if (target === undefined) return { headless };
  if (!/^https?:\/\//i.test(target) && !/\.html?$/i.test(target)) {
    throw new StartUsageError(`${target} is neither an http address nor an .html file. ${usage}`);
  }
  return { headless, target };
}

function parse(argv: readonly string[]): { headless: boolean; positionals: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { headless: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    return { headless: values.headless, positionals };
  } catch (error) {
    throw new StartUsageError(`${error instanceof Error ? error.message : error} ${usage}`);
  }
}
