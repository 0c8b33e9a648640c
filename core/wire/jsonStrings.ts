/** Strings of a document after which no more are read. */
export const mostStrings = 2_000_000;

export interface JsonStrings {
  /** Keys and values in order; a key stands before its value. */
  readonly strings: readonly string[];
  /** Strings of one character, one after the other: typing that is sent key by key. */
  readonly keystrokes: string;
  readonly isCut: boolean;
}

/** @returns undefined when the text is no JSON object, list or string */
export function jsonStrings(text: string): JsonStrings | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  return typeof document === 'number' || typeof document === 'boolean' || document === null
    ? undefined
    : stringsOf(document);
}

/** With a stack of its own: a document may be nested a million times. Numbers are strings too: phone numbers are. */
function stringsOf(document: unknown): JsonStrings {
  const strings: string[] = [];
  const keys: string[] = [];
  const open: unknown[] = [document];
  while (open.length > 0 && strings.length < mostStrings) {
    const next = open.pop();
    if (typeof next === 'string') {
      strings.push(next);
      if (next.length === 1) keys.push(next);
    } else if (typeof next === 'number') {
      if (Math.abs(next) > longNumber) strings.push(String(next));
    } else if (Array.isArray(next)) {
      for (let index = next.length - 1; index >= 0; index -= 1) open.push(next[index]);
    } else if (typeof next === 'object' && next !== null) {
      const entries = Object.entries(next);
      for (let index = entries.length - 1; index >= 0; index -= 1)
        open.push(entries[index]?.[1], entries[index]?.[0]);
    }
  }
  return { strings, keystrokes: keys.join(''), isCut: open.length > 0 };
}

/** Shorter ones are counters and sizes, of which a recording is full. */
const longNumber = 999_999;
