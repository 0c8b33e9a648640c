// Changes single values in the text of a JSON file and leaves every other character as somebody wrote it: order,
// indentation, line ends. For rule files that people review as diffs.

/** Keys and positions from the root down. */
export type JsonPath = readonly (string | number)[];

export type JsonEdit =
  /** An entry that is not there yet is put last into its object. */
  | { readonly kind: 'set'; readonly path: JsonPath; readonly value: unknown }
  | { readonly kind: 'remove'; readonly path: JsonPath }
  /** `path` is the list. */
  | { readonly kind: 'append'; readonly path: JsonPath; readonly value: unknown };

/**
 * The text after these edits, one after the other. `text` must be valid JSON (a byte order mark is allowed). Removing
 * what is not there changes nothing.
 *
 * @throws {Error} when the container of an edit is not there: ask a parser first
 */
export function editJsonText(text: string, edits: readonly JsonEdit[]): string {
  return edits.reduce(editOnce, text);
}

function editOnce(text: string, edit: JsonEdit): string {
  const style = styleOf(text);
  if (edit.kind === 'append') return insertLast({ text, style }, spanAt(text, edit.path), edit);
  const key = edit.path.at(-1);
  const container = spanAt(text, edit.path.slice(0, -1));
  const members = membersOf(text, container.start);
  const at = members.findLastIndex((member) => member.key === key);
  const member = members[at];
  if (edit.kind === 'remove') return member ? removeMember(text, members, at) : text;
  if (!member) return insertLast({ text, style }, container, { ...edit, key: String(key) });
  const old = text.slice(member.start, member.end);
  const written = write(edit.value, {
    style,
    indent: indentAt(text, member.begin),
    spread: spreadLike(old, style),
  });
  return splice(text, member, written);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Member extends Span {
  readonly key: string | number;
  /** Where the key begins; for list entries the value. */
  readonly begin: number;
}

interface Style {
  readonly unit: string;
  readonly newline: string;
  /** A file on one line. */
  readonly minified: boolean;
  /** Lists of texts stand on lines of their own. */
  readonly spreadLists: boolean;
}

function styleOf(text: string): Style {
  const unit = /\n([ \t]{1,16})["[{]/.exec(text)?.[1] ?? '  ';
  return {
    unit,
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    minified: !text.trim().includes('\n'),
    spreadLists: /\[[ \t]{0,16}\r?\n[ \t]{0,64}"/.test(text),
  };
}

/** What was on one line stays on one line; of an empty list nobody can tell. */
function spreadLike(old: string, { minified, spreadLists }: Style): boolean {
  if (minified) return false;
  return old.includes('\n') || (/^[[{]\s*[\]}]$/.test(old) && spreadLists);
}

function spanAt(text: string, path: JsonPath): Span {
  let start = skipSpace(text, text.startsWith('\uFEFF') ? 1 : 0);
  for (const key of path) {
    const member = membersOf(text, start).findLast((one) => one.key === key);
    if (!member) throw new Error('The JSON text has no such entry.');
    start = member.start;
  }
  return { start, end: skipValue(text, start) };
}

/** The entries of the object or list that begins here; none for another value. */
function membersOf(text: string, start: number): readonly Member[] {
  const isObject = text[start] === '{';
  if (!isObject && text[start] !== '[') return [];
  const members: Member[] = [];
  let at = skipSpace(text, start + 1);
  while (at < text.length && text[at] !== '}' && text[at] !== ']') {
    const begin = at;
    let key: string | number = members.length;
    if (isObject) {
      const end = skipString(text, at);
      key = JSON.parse(text.slice(at, end)) as string;
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    const end = skipValue(text, at);
    members.push({ key, begin, start: at, end });
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return members;
}

function skipSpace(text: string, at: number): number {
  let end = at;
  while (end < text.length && ' \t\r\n'.includes(text[end] ?? '')) end += 1;
  return end;
}

function skipString(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end + 1;
}

function skipValue(text: string, at: number): number {
  let depth = 0;
  let end = at;
  do {
    const sign = text[end] ?? '';
    if (sign === '"') end = skipString(text, end);
    else if (sign === '{' || sign === '[') {
      depth += 1;
      end += 1;
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
      end += 1;
    } else if (depth > 0) end += 1;
    else while (end < text.length && !' \t\r\n,]}'.includes(text[end] ?? '')) end += 1;
  } while (depth > 0 && end < text.length);
  return end;
}

/** White space at the beginning of the line. */
function indentAt(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function splice(text: string, { start, end }: Span, written: string): string {
  return text.slice(0, start) + written + text.slice(end);
}

function removeMember(text: string, members: readonly Member[], at: number): string {
  const [before, own, after] = [members[at - 1], members[at] as Member, members[at + 1]];
  if (after) return splice(text, { start: own.begin, end: after.begin }, '');
  if (before) return splice(text, { start: before.end, end: own.end }, '');
  // The last one: nothing is left between the brackets.
  const open = lastOf(text, own.begin);
  return splice(text, { start: open + 1, end: skipSpace(text, own.end) }, '');
}

function lastOf(text: string, from: number): number {
  let at = from - 1;
  while (at > 0 && text[at] !== '{' && text[at] !== '[') at -= 1;
  return at;
}

interface Insertion {
  readonly value: unknown;
  readonly key?: string;
}

function insertLast(
  { text, style }: { readonly text: string; readonly style: Style },
  container: Span,
  { key, value }: Insertion,
): string {
  const last = membersOf(text, container.start).at(-1);
  const outer = indentAt(text, container.start);
  const onLines = !style.minified && (last ? text.slice(container.start, last.begin).includes('\n') : true);
  const indent = last && onLines ? indentAt(text, last.begin) : outer + style.unit;
  const label = key === undefined ? '' : `${JSON.stringify(key)}:${style.minified ? '' : ' '}`;
  const written = label + write(value, { style, indent, spread: onLines });
  const gap = onLines ? style.newline + indent : style.minified ? '' : ' ';
  if (last) return splice(text, { start: last.end, end: last.end }, `,${gap}${written}`);
  const closing = onLines ? style.newline + outer : '';
  return splice(
    text,
    { start: container.start + 1, end: container.end - 1 },
    `${onLines ? gap : ''}${written}${closing}`,
  );
}

function write(value: unknown, how: { style: Style; indent: string; spread: boolean }): string {
  const { style, indent, spread } = how;
  if (style.minified) return JSON.stringify(value);
  if (!spread) return inline(value);
  const lines = spreadText(value, style).split('\n');
  return lines.join(style.newline + indent);
}

/** Lists of texts as the file writes them, everything else on lines. */
function spreadText(value: unknown, style: Style): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  if (isList && !style.spreadLists && value.every((entry) => typeof entry !== 'object')) return inline(value);
  const entries = Object.entries(value).map(([key, entry]) => {
    const text = spreadText(entry, style).replaceAll('\n', `\n${style.unit}`);
    return `\n${style.unit}${isList ? '' : `${JSON.stringify(key)}: `}${text}`;
  });
  const [open, close] = isList ? '[]' : '{}';
  return entries.length === 0 ? `${open}${close}` : `${open}${entries.join(',')}\n${close}`;
}

function inline(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${inline(entry)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
