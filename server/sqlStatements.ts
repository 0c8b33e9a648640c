/** What may hold a semicolon that ends nothing, by how it begins; and how it ends. */
const opaque: readonly (readonly [begin: string, end: string])[] = [
  ['--', '\n'],
  ['/*', '*/'],
  ["'", "'"],
  ['"', '"'],
  ['$$', '$$'],
];

/**
 * The statements of a migration, one by one: PGlite takes one at a time. Text is left as it is.
 *
 * @param text written by us: quotes and bodies (`$$ ... $$`) are closed, no backslash escapes (`E''`), no nested
 *   comments. A doubled quote is read as two texts side by side, which comes to the same.
 */
export function sqlStatements(text: string): readonly string[] {
  const statements: string[] = [];
  let start = 0;
  let saysSomething = false;
  let at = 0;
  while (at < text.length) {
    const isEnd = text[at] === ';';
    if (isEnd && saysSomething) statements.push(text.slice(start, at).trim());
    if (isEnd) [start, saysSomething] = [at + 1, false];
    const kind = opaque.find(([begin]) => text.startsWith(begin, at));
    const isComment = kind === opaque[0] || kind === opaque[1];
    if (!isEnd && !isComment && text[at]?.trim() !== '') saysSomething = true;
    at = kind ? afterOpaque(text, at, kind) : at + 1;
  }
  if (saysSomething) statements.push(text.slice(start).trim());
  return statements;
}

function afterOpaque(text: string, at: number, [begin, end]: readonly [string, string]): number {
  const found = text.indexOf(end, at + begin.length);
  return found === -1 ? text.length : found + end.length;
}
