import { fieldNameWords } from './fieldNameWords.ts';
import { interfaceWords } from './interfaceWords.ts';

/** Letters a to z, and what stands on both ends of a word. */
const border = 26;
const symbols = 27;
/** A pair that no known word has is rare, not impossible. */
const unseen = 0.1;

interface PairCounts {
  readonly pairs: Uint16Array;
  /** How often each symbol is followed by anything. */
  readonly totals: Uint16Array;
}

let counted: PairCounts | undefined;

/**
 * How much letters read like words: the mean logarithm of how likely each letter follows the one before it in the words
 * of interfaces. Capitals begin a word. Words come to -2 to -3, random letters to -3 to -5.
 *
 * @param letters anything beside ASCII letters parts words
 */
export function wordLikeness(letters: string): number {
  counted ??= countPairs(everyOtherLine(interfaceWords.words) + everyOtherLine(fieldNameWords.words));
  const { pairs, totals } = counted;
  const spaced = letters.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  const lower = spaced.toLowerCase();
  let sum = 0;
  let steps = 0;
  let before = border;
  for (let at = 0; at <= lower.length; at += 1) {
    const symbol = symbolAt(lower, at);
    if (symbol === border && before === border) continue;
    const count = pairs[before * symbols + symbol] ?? 0;
    sum += Math.log((count + unseen) / ((totals[before] ?? 0) + unseen * symbols));
    steps += 1;
    before = symbol;
  }
  return steps === 0 ? Number.NEGATIVE_INFINITY : sum / steps;
}

function symbolAt(text: string, at: number): number {
  const letter = text.charCodeAt(at) - 97;
  return letter >= 0 && letter < border ? letter : border;
}

/** Half of the words tell as much about letters as all of them. */
function everyOtherLine(words: string): string {
  return words
    .split('\n')
    .filter((_, index) => index % 2 === 0)
    .join('');
}

/** One plain loop: it runs once, before anything of it is compiled, while a page waits. */
function countPairs(words: string): PairCounts {
  const pairs = new Uint16Array(symbols * symbols);
  const totals = new Uint16Array(symbols);
  let before = border;
  for (let at = 0; at <= words.length; at += 1) {
    const symbol = symbolAt(words, at);
    if (symbol !== border || before !== border) {
      const pair = before * symbols + symbol;
      pairs[pair] = (pairs[pair] ?? 0) + 1;
      totals[before] = (totals[before] ?? 0) + 1;
    }
    before = symbol;
  }
  return { pairs, totals };
}
