import { fieldNameWords } from './fieldNameWords.ts';
import { interfaceWords } from './interfaceWords.ts';

/** Letters of a word with a border on both ends. */
const border = 26;
const symbols = 27;
/** A pair that no known word has is rare, not impossible. */
const unseen = 0.1;

let pairs: Float32Array | undefined;

/**
 * How much letters read like words: the mean logarithm of how likely each letter follows the one before it in the words
 * of interfaces. Capitals begin a word. Words come to -2 to -3, random letters to -3 to -5.
 *
 * @param letters anything beside ASCII letters parts words
 */
export function wordLikeness(letters: string): number {
  pairs ??= countPairs();
  let sum = 0;
  let steps = 0;
  const spaced = letters.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  for (const word of spaced.toLowerCase().match(/[a-z]+/g) ?? []) {
    for (const pair of pairsOf(word)) {
      sum += pairs[pair] ?? 0;
      steps += 1;
    }
  }
  return steps === 0 ? Number.NEGATIVE_INFINITY : sum / steps;
}

function* pairsOf(word: string): Generator<number> {
  let before = border;
  for (let index = 0; index < word.length; index += 1) {
    const letter = word.charCodeAt(index) - 97;
    yield before * symbols + letter;
    before = letter;
  }
  yield before * symbols + border;
}

function countPairs(): Float32Array {
  const counts = new Float32Array(symbols * symbols).fill(unseen);
  for (const word of `${interfaceWords.words}${fieldNameWords.words}`.match(/[a-z]+/g) ?? [])
    for (const pair of pairsOf(word)) counts[pair] = (counts[pair] ?? 0) + 1;
  for (let row = 0; row < symbols; row += 1) {
    const cells = counts.subarray(row * symbols, (row + 1) * symbols);
    const total = cells.reduce((sum, count) => sum + count, 0);
    cells.forEach((count, index) => {
      cells[index] = Math.log(count / total);
    });
  }
  return counts;
}
