// Finds and reads the configuration of a run. A module is code of the user's own repository, and it is run.
import { existsSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import type { CheckConfig } from '../../core/check/checkConfig.ts';
import { ConfigError, readCheckConfig } from '../../core/check/readCheckConfig.ts';
import { importModule } from '../importModule.ts';
import { printable } from '../printable.ts';
import { readJsonFile } from '../readJsonFile.ts';
import { UsageError } from '../usageError.ts';

export interface LoadedConfig {
  readonly config: CheckConfig;
  /** What its paths are relative to. */
  readonly folder: string;
  /** Absent: there is no configuration. */
  readonly file?: string;
}

/** In the order in which they are looked for; two of them side by side are a mistake. */
const names = ['ts', 'js', 'mjs', 'json'].map((ending) => `scrim.config.${ending}`);

/**
 * @param named by `--config`; absent: the one in the folder, if there is one
 * @throws UsageError when it cannot be read, or has an entry that is wrong
 */
export async function loadCheckConfig(named: string | undefined, folder: string): Promise<LoadedConfig> {
  const file = named === undefined ? foundIn(folder) : resolve(folder, named);
  if (file === undefined) return { config: {}, folder };
  if (!existsSync(file)) throw new UsageError(`there is no configuration ${named ?? file}`);
  const shown = named ?? basename(file);
  const given = extname(file) === '.json' ? await readJsonFile(file) : await moduleIn(file, shown);
  try {
    return { config: readCheckConfig(given), folder: dirname(file), file };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const lines = error.message.split('\n').map((line) => `${shown}: ${printable(line)}`);
    throw new UsageError(lines.join('\n'));
  }
}

function foundIn(folder: string): string | undefined {
  const found = names.map((name) => resolve(folder, name)).filter((file) => existsSync(file));
  const [first, second] = found;
  if (first === undefined || second === undefined) return first;
  throw new UsageError(
    `there are ${basename(first)} and ${basename(second)} here: name one of them with --config`,
  );
}

async function moduleIn(file: string, shown: string): Promise<unknown> {
  if (extname(file) === '.ts' && !process.features.typescript)
    throw new UsageError(
      `${shown}: Node ${process.versions.node} cannot read TypeScript; take Node 24, or write it as .mjs or .json`,
    );
  let given: unknown;
  try {
    ({ default: given } = await importModule(file));
  } catch (error) {
    // Whatever the module throws is its author's to read, on their own terminal.
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new UsageError(`${shown} cannot be run: ${printable(said)}`, { cause: error });
  }
  if (given === undefined) throw new UsageError(`${shown} has no default export`);
  return given;
}
