import type { ElementNames } from '../selectors/elementFacts.ts';
import { hasWord, holdsPageData, type WordOnPage, wordsOf } from '../selectors/holdsPageData.ts';
import { interfaceWords } from '../selectors/interfaceWords.ts';
import { nameKind } from '../selectors/nameKind.ts';
import { addressWords, personNames } from '../selectors/personalWords.ts';
import { tagText } from '../selectors/selectorParts.ts';
import { isStableAttribute } from '../selectors/stableAttributes.ts';
import { type ElementSketch, type SketchedNames, sketchLimits } from './elementSketch.ts';

/** One element with what is near it, as a host reads it. */
export interface SketchSource {
  readonly element: ElementNames;
  /** Among the siblings of its tag, from 1; counted no further than `mostPositions`. */
  readonly position: number;
  /** Nearest first. */
  readonly ancestors: readonly ElementNames[];
  readonly childTags: readonly string[];
  readonly before?: ElementNames | undefined;
  readonly after?: ElementNames | undefined;
  /** UTF-16 units of text directly in it, white space at its ends left out. */
  readonly textLength: number;
}

/** Positions beyond this say nothing of an element in a long list. */
export const mostPositions = 50;

/** Names of a text this long are sentences, not labels or values. */
const longText = 60;
/** Shorter runs of letters are abbreviations that half of all names share. */
const shortestWord = 3;

/** Sketches one element. Every word of it is one that a developer writes, none that only this page shows. */
export function sketchElement(source: SketchSource, wordOnPage: WordOnPage): ElementSketch {
  const { element, ancestors, before, after, childTags, textLength } = source;
  const named = (facts: ElementNames) => sketchNames(facts, wordOnPage);
  return {
    ...named(element),
    around: ancestors.slice(0, sketchLimits.around).map(named),
    inside: [...new Set(childTags.map((tag) => tagText({ tag }, wordOnPage)))].slice(0, sketchLimits.inside),
    ...(before ? { before: named(before) } : {}),
    ...(after ? { after: named(after) } : {}),
    position: source.position,
    text: textLength === 0 ? 'none' : textLength > longText ? 'long' : 'short',
  };
}

function sketchNames(facts: ElementNames, wordOnPage: WordOnPage): SketchedNames {
  const { elementId } = facts;
  const isOwnId =
    elementId !== '' && nameKind(elementId) === 'stable' && !holdsPageData(elementId, wordOnPage);
  const marks = facts.attributes
    .filter(([name, value]) => isStableAttribute(name, value, wordOnPage))
    .map(([name, value]) => `${name}="${value}"`);
  const classes = facts.classes.filter((name) => !['utility', 'state'].includes(nameKind(name)));
  const words = [...classes, ...(isOwnId ? [] : [elementId])].flatMap((name) => plainWords(name, wordOnPage));
  return {
    tag: tagText(facts, wordOnPage),
    marks: [...marks, ...(isOwnId ? [`#${elementId}`] : [])].slice(0, sketchLimits.marks),
    words: [...new Set(words)].slice(0, sketchLimits.words),
  };
}

/** What build tools put before every name: it says nothing of the element. */
const toolWords: ReadonlySet<string> = new Set(
  'astro css emotion jss module modules style styled styles svelte'.split(' '),
);

/** Whether a word may stand in a sketch, as far as the word alone tells: no name of a person, no part of an address. */
export function isSketchWord(word: string): boolean {
  if (word.length < shortestWord || toolWords.has(word) || !/^[a-z]{1,64}$/.test(word)) return false;
  return !hasWord(personNames, word) && !hasWord(addressWords, word);
}

/** Words of the interface, and of a name that holds nothing of the page; of any other name nothing else. */
function plainWords(name: string, wordOnPage: WordOnPage): readonly string[] {
  const isPlain = nameKind(name) === 'stable' && !holdsPageData(name, wordOnPage);
  return wordsOf(name.slice(0, sketchLimits.text)).filter((word) => {
    if (!isSketchWord(word)) return false;
    return isPlain || hasWord(interfaceWords, word);
  });
}
