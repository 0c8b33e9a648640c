import { type FeatureSink, type FeatureSource, hashOf } from './featureSink.ts';
import { maxHintLength } from './fieldReading.ts';
import { tokeniseLabel } from './tokeniseLabel.ts';

/** What is read for the visitor and what is read by code is worded differently; within each, pieces are shared. */
export type TextGroup = 'text' | 'identifier' | 'around';

const maxWords = 14;
const maxWordLength = 24;
/** Longer texts say what they are with their whole wording, not in it. */
const maxWholeWords = 5;
const wideScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const gramSizes = [3, 4] as const;
const wideSizes = [1, 2, 3] as const;

/**
 * Words, pairs of words and pieces of words of one text, told apart by where it stands.
 *
 * Long texts count no more than short ones: all their features share one unit of length.
 */
export function addTextFeatures(
  sink: FeatureSink,
  source: FeatureSource,
  group: TextGroup,
  text: string,
): void {
  const words = tokeniseLabel(text.slice(0, maxHintLength))
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, maxWords)
    .map((word) => (/\d/.test(word) ? '0' : word.slice(0, maxWordLength)));
  if (words.length === 0) return;
  const weight = 1 / Math.sqrt(words.length);
  const groupSeed = hashOf(`${group}:`);
  const sourceSeed = hashOf(`${source}=`);
  const pairSeed = hashOf(`${group}+`);
  for (const [index, word] of words.entries()) {
    sink.piece(source, hashOf(word, sourceSeed), weight);
    sink.piece(source, hashOf(word, groupSeed), weight);
    const next = words[index + 1];
    if (next !== undefined) sink.piece(source, hashOf(`${word} ${next}`, pairSeed), weight);
    addPieces(sink, source, hashOf(`${group}~`), word, weight);
  }
  addPlaces(sink, source, group, words);
}

/** The first and last words and the whole text: `first name`, `name (first)`, `billing_first_name`. */
function addPlaces(
  sink: FeatureSink,
  source: FeatureSource,
  group: TextGroup,
  words: readonly string[],
): void {
  sink.piece(source, hashOf(words[0] ?? '', hashOf(`${group}^`)), 0.7);
  sink.piece(source, hashOf(words.at(-1) ?? '', hashOf(`${group}$`)), 0.7);
  sink.piece(source, hashOf(words.slice(-2).join(' '), hashOf(`${group}$$`)), 0.7);
  if (words.length <= maxWholeWords) sink.piece(source, hashOf(words.join(' '), hashOf(`${group}!`)), 1);
}

function addPieces(
  sink: FeatureSink,
  source: FeatureSource,
  seed: number,
  word: string,
  weight: number,
): void {
  const wide = wideScript.test(word);
  const padded = wide ? word : `<${word}>`;
  const sizes = wide ? wideSizes : gramSizes;
  const value = (weight * 1.2) / Math.sqrt(Math.max(1, padded.length - 2));
  for (const size of sizes) {
    for (let at = 0; at + size <= padded.length; at += 1) {
      sink.piece(source, hashOf(padded, seed, at, at + size), value);
    }
  }
}
