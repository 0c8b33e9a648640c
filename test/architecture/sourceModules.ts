import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ESTree, parseSync } from 'vite';

export interface SourceModule {
  /** From the root of the project, with forward slashes. */
  readonly path: string;
  /** First folder of the path. */
  readonly room: string;
  readonly text: string;
  readonly program: ESTree.Program;
  /** Everything it imports or exports from, types too: a path of the project, or a package as it is written. */
  readonly imports: readonly string[];
}

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const rooms = [
  'core',
  'page',
  'components',
  'platform',
  'background',
  'connectors',
  'cli',
  'server',
  'entrypoints',
] as const;

/** Every TypeScript module of the given rooms, parsed. */
export function sourceModules(wanted: readonly string[] = rooms): readonly SourceModule[] {
  return wanted.flatMap((room) => filesUnder(join(root, room)).map(readModule));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function readModule(file: string): SourceModule {
  const text = readFileSync(file, 'utf8');
  const { program, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const specifiers = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map((one) =>
      text.slice(one.moduleRequest.start, one.moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
    ),
  ];
  const path = projectPath(file);
  return {
    path,
    room: path.split('/')[0] ?? '',
    text,
    program,
    imports: specifiers.map((specifier) =>
      specifier.startsWith('.') ? projectPath(resolve(dirname(file), specifier)) : specifier,
    ),
  };
}

function projectPath(file: string): string {
  return relative(root, file).split(sep).join('/');
}
