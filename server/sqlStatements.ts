/** What may hold a semicolon that ends nothing: comments, quoted text and names, function bodies (`$$ ... $$`). */
const opaque = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"[^"]*"|(\$\w{0,20}\$)[\s\S]*?\1|;/g;

/**
 * The statements of a migration, one by one: PGlite takes one at a time. Text is left as it is.
 *
 * @param text written by us: quotes and bodies are closed, no backslash escapes (`E''`), no nested comments
 */
export function sqlStatements(text: string): readonly string[] {
  const statements: string[] = [];
  let start = 0;
  for (const { 0: token, index } of text.matchAll(opaque)) {
    if (token !== ';') continue;
    statements.push(text.slice(start, index));
    start = index + 1;
  }
  statements.push(text.slice(start));
  return statements.map((statement) => statement.trim()).filter(saysSomething);
}

function saysSomething(statement: string): boolean {
  return statement.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').trim() !== '';
}
