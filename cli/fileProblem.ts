import { printable } from './printable.ts';

const known: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  EACCES: 'this user has no right to it',
  EPERM: 'this user has no right to it',
};

/** Why a file could not be read or written, in words; what Node says where there are none for it. */
export function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return known[code] ?? printable(error instanceof Error ? error.message : String(error));
}
