/** What css-loader made of a class: the pieces that somebody wrote, and the hash between or behind them. */
export interface ModuleName {
  readonly kept: readonly string[];
  readonly hash: string;
}

const hashLength = 5;
const turbopackMark = '-module__';
const turbopackHash = 6;

/**
 * A class in one of the formats `file_local__hash` (webpack, Next.js), `local--hash` (webpack) and
 * `file-module__hash__local` (Turbopack). Whether the hash is one is not asked: `block--large` has that format too.
 *
 * @returns null for a class of no such format
 */
export function moduleName(name: string): ModuleName | null {
  if (!/^[A-Za-z][\w-]{2,127}$/.test(name)) return null;
  return turbopackName(name) ?? webpackName(name);
}

function turbopackName(name: string): ModuleName | null {
  const at = name.indexOf(turbopackMark) + turbopackMark.length;
  const [file, hash, local] = [
    name.slice(0, at),
    name.slice(at, at + turbopackHash),
    name.slice(at + turbopackHash),
  ];
  if (at <= turbopackMark.length || !/^__[A-Za-z]/.test(local)) return null;
  return { kept: [file, local], hash };
}

function webpackName(name: string): ModuleName | null {
  const [stem, hash] = [name.slice(0, -hashLength), name.slice(-hashLength)];
  if (stem.endsWith('--') && stem.length > 2) return { kept: [stem], hash };
  const written = stem.slice(0, -2);
  // File and local name, with something on both sides of what parts them.
  const parted = written.indexOf('_', 1);
  return stem.endsWith('__') && parted > 0 && parted < written.length - 1 ? { kept: [stem], hash } : null;
}
