/** A file or entry that is no saved page, or one that is not taken. The message names the part, never its content. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

/** The own fields of a plain object; what an object inherits is not looked at. */
export function fieldsOf(input: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new SnapshotError(`${what} is not an object`);
  return Object.assign(Object.create(null) as Record<string, unknown>, input);
}

/** @throws SnapshotError when it is no list, or longer */
export function listAt(input: unknown, what: string, longest: number): readonly unknown[] {
  if (!Array.isArray(input)) throw new SnapshotError(`${what} is not a list`);
  if (input.length > longest) throw new SnapshotError(`${what} has more than ${longest} entries`);
  return input;
}

/** @throws SnapshotError when it is no text, or longer */
export function textAt(input: unknown, what: string, longest: number): string {
  if (typeof input !== 'string') throw new SnapshotError(`${what} is not a text`);
  if (input.length > longest) throw new SnapshotError(`${what} is longer than ${longest} characters`);
  return input;
}
