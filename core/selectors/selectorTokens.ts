import { longestReadSelector } from '../matching/requiredTokens.ts';
import { identEnd, isHiddenCharacter, isNameStart, stringEnd } from './selectorCharacters.ts';

/** A piece of a selector as it is written, for colouring it and for pointing at it. */
export interface SelectorToken {
  readonly kind: TokenKind;
  /** Offsets in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

export type TokenKind =
  | 'tag'
  | 'class'
  | 'id'
  | 'attribute'
  | 'value'
  | 'pseudo'
  | 'combinator'
  | 'comma'
  | 'mark'
  | 'comment'
  | 'hidden'
  | 'stray';

/** Where reading goes wrong. Message key: `selectorFault.<key>`. */
export interface SelectorFault {
  readonly key: SelectorFaultKey;
  readonly start: number;
  readonly end: number;
}

export type SelectorFaultKey =
  | 'unclosed-bracket'
  | 'unclosed-quote'
  | 'unclosed-parenthesis'
  | 'unclosed-comment'
  | 'extra-closing'
  | 'name-missing'
  | 'starts-with-digit'
  | 'brace'
  | 'stray'
  | 'hidden-character'
  | 'combinator-alone'
  | 'empty-part';

export interface ReadTokens {
  /** In the order of the text; with what is between them they are the text. */
  readonly tokens: readonly SelectorToken[];
  /** In the order of the text; the first one is what to mend first. */
  readonly faults: readonly SelectorFault[];
  /** It is too long to be read: nothing is said about it. */
  readonly isUnread: boolean;
}

/** Functions whose argument is no selector. */
const plainArguments = new Set([
  'nth-child',
  'nth-last-child',
  'nth-of-type',
  'nth-last-of-type',
  'lang',
  'dir',
  'state',
]);

/**
 * Reads a selector that somebody is writing: any text at all, in one pass, each character once. It says less than a
 * parser about what is valid and more about where: whether it is valid is the browser's word.
 */
export function selectorTokens(text: string): ReadTokens {
  if (text.length > longestReadSelector) return { tokens: [], faults: [], isUnread: true };
  const reading = {
    text,
    at: 0,
    depth: [] as number[],
    tokens: [] as SelectorToken[],
    faults: [] as SelectorFault[],
  };
  while (reading.at < text.length) readNext(reading);
  for (const open of reading.depth) fault(reading, 'unclosed-parenthesis', open, open + 1);
  const faults = [...reading.faults, ...structuralFaults(reading.tokens, text)];
  return { tokens: reading.tokens, faults: faults.sort((a, b) => a.start - b.start), isUnread: false };
}

interface Reading {
  readonly text: string;
  at: number;
  /** Where the parentheses that are open begin. */
  readonly depth: number[];
  readonly tokens: SelectorToken[];
  readonly faults: SelectorFault[];
}

function fault({ faults }: Reading, key: SelectorFaultKey, start: number, end: number): void {
  faults.push({ key, start, end });
}

function take(reading: Reading, kind: TokenKind, end: number): void {
  reading.tokens.push({ kind, start: reading.at, end });
  reading.at = end;
}

function readNext(reading: Reading): void {
  const { text, at } = reading;
  const char = text.charAt(at);
  const one = singles.get(char);
  if (isHiddenCharacter(char)) strange(reading, 'hidden', 'hidden-character');
  else if (/\s/.test(char)) reading.at += 1;
  else if (text.startsWith('/*', at)) readComment(reading);
  else if (char === '.' || char === '#') readNamed(reading, char === '.' ? 'class' : 'id');
  else if (char === '[') readAttribute(reading);
  else if (char === ':') readPseudo(reading);
  else if (char === ')') readClosing(reading);
  else if (one) take(reading, one, at + 1);
  else if (isNameStart(text, at)) take(reading, 'tag', identEnd(text, at));
  else strange(reading, 'stray', strays.get(char) ?? 'stray');
}

const singles: ReadonlyMap<string, TokenKind> = new Map<string, TokenKind>([
  [',', 'comma'],
  ['>', 'combinator'],
  ['+', 'combinator'],
  ['~', 'combinator'],
  ['*', 'tag'],
  ['|', 'tag'],
]);
const strays: ReadonlyMap<string, SelectorFaultKey> = new Map<string, SelectorFaultKey>([
  ['{', 'brace'],
  ['}', 'brace'],
  [']', 'extra-closing'],
]);

function strange(reading: Reading, kind: TokenKind, key: SelectorFaultKey): void {
  fault(reading, key, reading.at, reading.at + 1);
  take(reading, kind, reading.at + 1);
}

function readComment(reading: Reading): void {
  const end = reading.text.indexOf('*/', reading.at + 2);
  if (end < 0) fault(reading, 'unclosed-comment', reading.at, reading.at + 2);
  take(reading, 'comment', end < 0 ? reading.text.length : end + 2);
}

/** `.name` or `#name`; an id may begin with anything a name may go on with, a class may not. */
function readNamed(reading: Reading, kind: 'class' | 'id'): void {
  const { text, at } = reading;
  const end = identEnd(text, at + 1);
  if (end === at + 1) fault(reading, 'name-missing', at, at + 1);
  else if (!isNameStart(text, at + 1)) fault(reading, 'starts-with-digit', at, end);
  take(reading, kind, end);
}

function readPseudo(reading: Reading): void {
  const { text, at } = reading;
  const nameStart = text.charAt(at + 1) === ':' ? at + 2 : at + 1;
  const end = identEnd(text, nameStart);
  if (end === nameStart) fault(reading, 'name-missing', at, nameStart);
  const name = text.slice(nameStart, end).toLowerCase();
  take(reading, 'pseudo', end);
  if (text.charAt(end) !== '(') return;
  reading.depth.push(end);
  take(reading, 'mark', end + 1);
  if (!plainArguments.has(name)) return;
  const close = text.indexOf(')', end);
  if (close > end + 1) take(reading, 'value', close);
}

function readClosing(reading: Reading): void {
  if (reading.depth.pop() === undefined) strange(reading, 'stray', 'extra-closing');
  else take(reading, 'mark', reading.at + 1);
}

/** `[name]`, `[name="value" i]`. */
function readAttribute(reading: Reading): void {
  const { text } = reading;
  const open = reading.at;
  take(reading, 'mark', open + 1);
  let isValue = false;
  while (reading.at < text.length && text.charAt(reading.at) !== ']')
    isValue = readInside(reading, open, isValue) || isValue;
  if (reading.at >= text.length) {
    fault(reading, 'unclosed-bracket', open, open + 1);
    return;
  }
  if (reading.at === open + 1) fault(reading, 'name-missing', open, reading.at + 1);
  take(reading, 'mark', reading.at + 1);
}

/** One piece between the brackets. @returns whether what follows is the value */
function readInside(reading: Reading, open: number, isValue: boolean): boolean {
  const { text, at } = reading;
  const char = text.charAt(at);
  const end = identEnd(text, at);
  const isOperator = /[=^$*~|!]/.test(char);
  if (isHiddenCharacter(char)) strange(reading, 'hidden', 'hidden-character');
  else if (char === '"' || char === "'") readString(reading, open);
  else if (isOperator) take(reading, 'combinator', at + 1);
  else if (/\s/.test(char)) reading.at += 1;
  else if (end > at) take(reading, isValue ? 'value' : 'attribute', end);
  else if (isValue) take(reading, 'value', at + 1);
  else strange(reading, 'stray', strays.get(char) ?? 'stray');
  return isOperator;
}

function readString(reading: Reading, open: number): void {
  const { text, at } = reading;
  const end = stringEnd(text, at);
  const isClosed = end - at > 1 && text.charAt(end - 1) === text.charAt(at);
  if (!isClosed) fault(reading, 'unclosed-quote', Math.max(open, at), at + 1);
  take(reading, 'value', end);
}

const joins: ReadonlySet<TokenKind> = new Set<TokenKind>(['combinator', 'comma']);

/** Combinators and commas that have nothing on one side. */
function structuralFaults(tokens: readonly SelectorToken[], text: string): SelectorFault[] {
  const faults: SelectorFault[] = [];
  const said = tokens.filter(({ kind }) => kind !== 'comment' && kind !== 'hidden');
  let inBracket = false;
  for (const [index, token] of said.entries()) {
    const char = text.charAt(token.start);
    if (char === '[' && token.kind === 'mark') inBracket = true;
    if (char === ']' && token.kind === 'mark') inBracket = false;
    if (inBracket || !joins.has(token.kind)) continue;
    const before = said[index - 1];
    const after = said[index + 1];
    const opens = !before || before.kind === 'comma' || text.charAt(before.start) === '(';
    const closes = !after || after.kind === 'comma' || text.charAt(after.start) === ')';
    const { start, end } = token;
    if (token.kind === 'comma') {
      if (opens || closes) faults.push({ key: 'empty-part', start, end });
      // `:has(> a)` may begin with one.
    } else if (closes || before?.kind === 'combinator' || (opens && text.charAt(before?.start ?? -1) !== '('))
      faults.push({ key: 'combinator-alone', start, end });
  }
  return faults;
}
