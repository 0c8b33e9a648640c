import { decodeEntities } from '../findings/decodeEntities.ts';
import type { Unwrapping } from './decodeMessage.ts';
import { decodePercent } from './decodePercent.ts';
import { jsonStrings } from './jsonStrings.ts';
import { packedBytes, tokensIn } from './packedTexts.ts';
import { pairsOf } from './pairsOf.ts';

/** What is added to a text on top of what it is: a reading of it with one layer of escapes less. */
const readings: readonly (readonly [name: string, read: (text: string) => string | undefined])[] = [
  ['url', (text) => decodePercent(text, false)],
  ['form', (text) => (text.includes('+') ? decodePercent(text, true) : undefined)],
  ['html', decodeEntities],
  ['escapes', withoutEscapes],
];

/** One layer of text: JSON, lines of JSON, pairs, packed bytes, or just a text. */
export function unwrapText(text: string, encodings: readonly string[], work: Unwrapping): void {
  const packed = packedBytes(text);
  if (packed) {
    work.add({ text, encodings, isListed: false });
    work.later({ content: packed, encodings: [...encodings, 'latin1'] });
    return;
  }
  if (unwrapJson(text, encodings, work) || unwrapLines(text, encodings, work)) return;
  const pairs = pairsOf(text);
  if (pairs) {
    const inside = [...encodings, 'pairs'];
    addText(pairs.join('\0'), inside, true, work);
    for (const value of pairs) if (isDocument(value)) work.later({ content: value, encodings: inside });
  }
  addText(text, encodings, false, work);
}

/** JSON, also behind a few characters: `42[...]` of a socket, `)]}'` against being run. */
function unwrapJson(text: string, encodings: readonly string[], work: Unwrapping): boolean {
  const start = /^[^{["]{0,64}/.exec(text)?.[0].length ?? 0;
  const read = start >= text.length ? undefined : jsonStrings(start === 0 ? text : text.slice(start));
  if (!read) return false;
  const inside = [...encodings, 'json'];
  if (read.isCut) work.gap('too-large');
  // As it is too: of two values of one name a parser keeps the last.
  work.add({ text, encodings: inside, isListed: false });
  addText(read.strings.join('\0'), inside, true, work);
  if (read.keystrokes.length >= fewestKeys)
    work.add({ text: read.keystrokes, encodings: [...inside, 'keystrokes'], isListed: false });
  for (const string of read.strings) nest(string, inside, work);
  return true;
}

/** Shorter rows of single characters say nothing. */
const fewestKeys = 6;

function nest(string: string, encodings: readonly string[], work: Unwrapping): void {
  if (string.length < shortestDocument) return;
  const bytes = packedBytes(string);
  if (bytes) work.later({ content: bytes, encodings: [...encodings, 'latin1'] });
  else if (isDocument(string)) work.later({ content: string, encodings });
}

const shortestDocument = 8;

function isDocument(text: string): boolean {
  return text.length >= shortestDocument && /^\s{0,16}(?:[{[]|")/.test(text);
}

const mostLines = 20_000;

/** Lines of JSON, with others between them: events one by one, an envelope. */
function unwrapLines(text: string, encodings: readonly string[], work: Unwrapping): boolean {
  if (!/^\s{0,16}[{[]/.test(text) || !text.includes('\n')) return false;
  const lines = text.split('\n', mostLines + 1);
  if (lines.length > mostLines) work.gap('too-large');
  const inside = [...encodings, 'lines'];
  const others: string[] = [];
  for (const line of lines.slice(0, mostLines)) {
    if (isDocument(line)) work.later({ content: line, encodings: inside });
    else others.push(line);
  }
  addText(others.join('\n'), inside, false, work);
  return true;
}

/** A text, its other readings, and what is encoded within it. */
function addText(text: string, encodings: readonly string[], isListed: boolean, work: Unwrapping): void {
  work.add({ text, encodings, isListed });
  for (const { content, name } of tokensIn(text)) work.later({ content, encodings: [...encodings, name] });
  let layer = text;
  const names: string[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const read = readings.flatMap(([name, reading]) => {
      const other = reading(layer);
      return other === undefined || other === layer ? [] : [{ name, other }];
    });
    const [first] = read;
    if (!first) return;
    for (const { name, other } of read) addReading(other, [...encodings, ...names, name], isListed, work);
    names.push(first.name);
    layer = first.other;
  }
}

const mostRounds = 3;

function addReading(text: string, encodings: readonly string[], isListed: boolean, work: Unwrapping): void {
  work.add({ text, encodings, isListed });
  for (const { content, name } of tokensIn(text)) work.later({ content, encodings: [...encodings, name] });
  for (const entry of isListed ? text.split('\0') : [text])
    if (isDocument(entry)) work.later({ content: entry, encodings });
}

const escaped = /\\{1,8}(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|(["'/]))/g;

/** Strings of code and data that stand in a text: `\u0040`, `\/`. */
function withoutEscapes(text: string): string | undefined {
  if (!text.includes('\\')) return undefined;
  return text.replace(escaped, (_whole, unit?: string, byte?: string, mark?: string) =>
    mark === undefined ? String.fromCharCode(Number.parseInt(unit ?? byte ?? '', 16)) : mark,
  );
}
