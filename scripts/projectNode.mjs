// Plain JavaScript: called under a Node that may be too old to strip types.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const major = 22;
const minor = 18;

/** Does this Node run TypeScript as it is (22.18 and later)? */
export function stripsTypes() {
  const [thisMajor = 0, thisMinor = 0] = process.versions.node.split('.').map(Number);
  return thisMajor > major || (thisMajor === major && thisMinor >= minor);
}

/** A Node that runs the project: this one, or the one that `npm install` put into node_modules. */
export function projectNode() {
  if (stripsTypes()) return process.execPath;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = fileURLToPath(new URL(join('..', 'node_modules', 'node', 'bin', name), import.meta.url));
  if (existsSync(own)) return own;
  throw new Error(
    `This is Node ${process.versions.node}; Scrim needs ${major}.${minor} or later, and node_modules has none. Run npm install first.`,
  );
}
