// Parts of the page script that come in files of their own, put into the page's isolated world when they are needed
// (ADR 8). No page script can see this.

const offered = Symbol.for('scrim.parts');
const world = globalThis as { [offered]?: Map<string, unknown> };

/** Called by the part's own file. */
export function offerPart(name: string, part: unknown): void {
  world[offered] ??= new Map();
  world[offered].set(name, part);
}

/** @throws Error when its file was not put into this page: whoever asks was not let through by the panel */
export function offeredPart<T>(name: string): T {
  const part = world[offered]?.get(name);
  if (part === undefined) throw new Error(`the part "${name}" is not in this page`);
  return part as T;
}

/** Name and file of what types a test identity. */
export const visitorPart = 'visitor';
export const visitorFile = '/page-visitor.js';

/** Name and file of what is needed to write rules. */
export const authorPart = 'author';
export const authorFile = '/page-author.js';
