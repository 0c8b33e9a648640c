import type { Detector, Span } from './detector.ts';
import { foldName } from './foldName.ts';
import { knownNames } from './knownNames.ts';
import * as words from './nameWords.ts';

/** Up to here a text is read as a message or a record of somebody, not as an article. */
const maxRecord = 400;
const maxExtension = 3;
const contextReach = 48;
const word = /\p{L}[\p{L}\p{M}]*(?:(?!['’][sS](?!\p{L}))['’-]\p{L}[\p{L}\p{M}]*){0,3}/gu;
const month = /^(?:april|june|july|august|may|summer|autumn|winter)$/;
const article = /(?<!\p{L})(?:the|an?|der|die|das|le|la|el|il) $/iu;
const sentenceStart = /(?:^|[.!?:…"“”()\n])\s{0,3}$/;

interface Token {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
}

/**
 * Names of people by what stands around them, and in short texts by 17,000 given names and surnames.
 *
 * There is no model that recognises names. In articles only a name that is said to be one ("my name is", "Name:",
 * "logged in as") is found.
 */
export const personName: Detector = {
  id: 'person-name',
  examples: {
    found: [
      'My name is Jane Doe',
      'Name: Jürgen Müller',
      'Dear Ms. Okafor,',
      'Follow up with Ingrid Larsen in May.',
    ],
    clean: [
      'Will it rain today?',
      'The garden on the corner is open',
      'Name: required',
      'How do I open my statement?',
    ],
  },
  detect(text, context) {
    const hinted = context.hint !== undefined && !context.machine && words.nameHint.test(context.hint);
    if (hinted && text.length <= 80) {
      const whole = wholeName(text);
      if (whole) return [whole];
    }
    if (context.machine) return [];
    return context.inPage || text.length > maxRecord ? saidNames(text) : recordNames(text);
  },
};

/** A text that is a name and nothing else, where something outside says so. */
function wholeName(text: string): Span | null {
  const tokens = tokensOf(text);
  const [first] = tokens;
  const last = tokens.at(-1);
  if (!first || !last || tokens.length > 5 || /[\d@:/?!]/.test(text)) return null;
  // `Your Name` is what a field is called, not what is in it.
  if (
    tokens.some((token) => token.folded.length > 2 && isWord(token) && !words.nameParticles.has(token.folded))
  )
    return null;
  const known = tokens.some((token) => isGiven(token) || isFamily(token));
  if (
    !known &&
    (tokens.length < 2 || !tokens.every((token) => token.capital || words.nameParticles.has(token.folded)))
  )
    return null;
  return { start: first.start, end: last.end, confidence: known ? 0.75 : 0.5 };
}

/** In long texts: what is said to be a name. */
function saidNames(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(words.surelyNames)) {
    const from = match.index + match[0].length;
    const tokens = tokensOf(text.slice(from, from + 64));
    const taken = takeName(tokens, 0, text.slice(from, from + 64), false);
    const [first] = tokens;
    if (first?.start !== 0 || taken === 0) continue;
    const known = tokens.slice(0, taken).some((token) => isGiven(token) || isFamily(token));
    if (!known) continue;
    spans.push({ start: from, end: from + (tokens[taken - 1]?.end ?? 0), confidence: 0.8 });
  }
  return spans;
}

function recordNames(text: string): Span[] {
  const tokens = tokensOf(text);
  // All in one case: capitals say nothing.
  const caseless = !/\p{Lu}/u.test(text) || !/\p{Ll}/u.test(text);
  const spans: Span[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const confidence = nameAt(text, tokens, index, caseless);
    const first = tokens[index];
    if (confidence === 0 || !first) continue;
    const taken = Math.max(1, takeName(tokens, index, text, caseless));
    const last = tokens[index + taken - 1] ?? first;
    const title = tokens[index - 1];
    const start =
      title && words.titles.test(title.text) && /^\.? $/.test(text.slice(title.end, first.start))
        ? title.start
        : first.start;
    index += taken - 1;
    if (isPlace(text, tokens, index - taken + 1, index)) continue;
    spans.push({ start, end: last.end, confidence });
  }
  return spans;
}

/** How sure it is that a name begins at a token; 0: none does. */
function nameAt(text: string, tokens: readonly Token[], index: number, caseless: boolean): number {
  const token = tokens[index];
  if (!token || (!caseless && !token.capital)) return 0;
  const before = text.slice(Math.max(0, token.start - contextReach), token.start);
  const next = tokens[index + 1];
  const joined =
    next && text.slice(token.end, next.start) === ' ' && (caseless || next.capital) ? next : undefined;
  if (words.titles.test(token.text)) return 0;
  const title = tokens[index - 1];
  if (
    title &&
    token.capital &&
    words.titles.test(title.text) &&
    /^\.? $/.test(text.slice(title.end, token.start))
  )
    return 0.8;
  if (isWord(token)) return 0;
  if (words.surelyNamed.test(before)) return 0.85;
  const named =
    words.perhapsNamed.test(before) || words.thenPerson.test(text.slice(token.end, token.end + 24));
  if (isPlaceName(token)) return named && joined && isGiven(token) && !isPlaceName(joined) ? 0.6 : 0;
  const followed = joined !== undefined && !isWord(joined) && !isPlaceName(joined);
  const plain = caseless || month.test(token.folded) || sentenceStart.test(before);
  if (isDoubtful(token)) return named || followed || !plain ? 0.6 : 0;
  if (isGiven(token)) return 0.7;
  if (isFamily(token)) return caseless && !named && !joined ? 0 : 0.6;
  if (caseless) return 0;
  if (followed && (isGiven(joined) || isFamily(joined)) && !sentenceStart.test(before)) return 0.6;
  return named && !sentenceStart.test(before) && !article.test(before) ? 0.55 : 0;
}

/** How many tokens from one on are the name. */
function takeName(tokens: readonly Token[], index: number, text: string, caseless: boolean): number {
  let taken = 0;
  let pending = 0;
  for (let at = index; at < tokens.length && taken + pending <= maxExtension + 1; at += 1) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token) break;
    if (at > index && before && !/^(?: |\. )$/.test(text.slice(before.end, token.start))) break;
    if (at > index && words.nameParticles.has(token.folded) && !token.capital) {
      pending += 1;
      continue;
    }
    const belongs = caseless ? isGiven(token) || isFamily(token) : token.capital;
    if (!belongs || (at > index && (isWord(token) || words.placeAfter.has(token.folded)))) break;
    taken += pending + 1;
    pending = 0;
  }
  return taken;
}

function isPlace(text: string, tokens: readonly Token[], first: number, last: number): boolean {
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? 0;
  if (/\d[ ,]{1,2}$/.test(text.slice(Math.max(0, start - 3), start))) return true;
  if (
    before &&
    text.slice(before.end, start) === ' ' &&
    before.capital &&
    words.placeBefore.has(before.folded)
  )
    return true;
  return (
    after !== undefined &&
    /^,? $/.test(text.slice(end, after.start)) &&
    words.placeAfter.has(after.folded) &&
    after.capital
  );
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(word)].map((match) => ({
    text: match[0],
    folded: foldName(match[0]),
    start: match.index,
    end: match.index + match[0].length,
    capital: /^\p{Lu}/u.test(match[0]),
  }));
}

function isWord({ folded }: Token): boolean {
  return folded.length < 3 || words.ambiguousNames.has(folded);
}

function isDoubtful({ folded }: Token): boolean {
  return words.doubtfulNames.has(folded);
}

function isPlaceName({ folded }: Token): boolean {
  return words.placeNames.has(folded);
}

function isGiven({ folded }: Token): boolean {
  return (
    knownNames().given.has(folded) ||
    (folded.includes('-') && folded.split('-').every((part) => knownNames().given.has(part)))
  );
}

function isFamily({ folded, capital }: Token): boolean {
  const { family } = knownNames();
  if (family.has(folded) || (capital && words.familyEnding.test(folded))) return true;
  return folded.includes('-') && folded.split('-').some((part) => family.has(part));
}
