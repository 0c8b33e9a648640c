import type { DetectContext, Detector, Span } from '../detectors/detector.ts';
import { tokeniseLabel } from '../fields/tokeniseLabel.ts';
import { createPattern, type Pattern, type PatternWork } from '../patterns/matchPattern.ts';
import { PatternError } from '../patterns/patternProgram.ts';
import { DefinitionError } from './definitionError.ts';
import { detectorChecksums } from './detectorChecksums.ts';
import type { CustomDetector } from './leakSettings.ts';
import { markPlace } from './markPlace.ts';
import { placeOfSyntaxError } from './placeOfSyntaxError.ts';

/** Above the default confidence in every case: whoever writes a pattern means it. */
const confidenceOf = { bare: 0.7, supported: 0.9 } as const;
/** So far before and behind a match a keyword counts, in UTF-16 units. */
const keywordBefore = 60;
const keywordBehind = 30;
/** Steps for all examples together: a detector that needs more for a few lines is of no use on a page. */
const exampleWork = 200_000;
/** A page where one pattern matches more often than this in one text is not told every one. */
const maxMatches = 2000;

/**
 * Makes a custom detector runnable, and tries it on its own examples.
 *
 * Patterns run in Scrim's own matcher, in time linear in the text, never in the browser's: no pattern can hold up a
 * scan. What the matcher does not take (looking around, back references, named groups) is refused by name.
 *
 * @param work steps the detector may take until it is stopped; counted down
 * @throws {DefinitionError} when it cannot be run, or does not do what its examples say
 */
export function compileCustomDetector(definition: CustomDetector, work: PatternWork): Detector {
  const pattern = patternOf(definition);
  checkExamples(definition, pattern);
  return {
    id: `custom:${definition.name}`,
    examples: definition.examples,
    detect: (text, context) => spansIn(definition, pattern, { text, context, work }),
  };
}

interface Reading {
  readonly text: string;
  readonly context: DetectContext;
  readonly work: PatternWork;
}

function spansIn(definition: CustomDetector, pattern: Pattern, { text, context, work }: Reading): Span[] {
  const { checksum, keywords } = definition;
  const spans: Span[] = [];
  if (work.left < 0) return spans;
  const matches = pattern.matchesIn(text, work) ?? [];
  const words = keywords.map(tokeniseLabel);
  for (const [start, end] of matches.slice(0, maxMatches)) {
    if (end === start) continue;
    if (checksum !== undefined && !detectorChecksums[checksum](text.slice(start, end))) continue;
    if (words.length > 0 && !isNear(words, text, [start, end], context)) continue;
    const supported = checksum !== undefined || words.length > 0;
    spans.push({ start, end, confidence: confidenceOf[supported ? 'supported' : 'bare'] });
  }
  return spans;
}

function isNear(
  words: readonly string[],
  text: string,
  [start, end]: readonly [number, number],
  { hint = '' }: DetectContext,
): boolean {
  const before = text.slice(Math.max(0, start - keywordBefore), start);
  const around = ` ${hint} ${tokeniseLabel(before)} ${tokeniseLabel(text.slice(end, end + keywordBehind))} `;
  return words.some((word) => around.includes(` ${word} `));
}

function patternOf({ pattern, ignoreCase }: CustomDetector): Pattern {
  let made: Pattern;
  try {
    made = createPattern(pattern, { ignoreCase });
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const at = error.at ?? (error.reason === 'invalid' ? placeOfSyntaxError(pattern) : undefined);
    // Browsers repeat the whole pattern before they say what is wrong with it.
    const detail = error.message.slice(error.message.lastIndexOf(': ') + 1).trim();
    const what = { detail, place: at === undefined ? pattern : markPlace(pattern, at) };
    throw new DefinitionError(`pattern-${error.reason}`, what);
  }
  // `x*` is found between any two letters: it says nothing about what is there.
  if (made.matchesIn('')?.length !== 0) throw new DefinitionError('pattern-matches-nothing');
  return made;
}

function checkExamples(definition: CustomDetector, pattern: Pattern): void {
  const work = { left: exampleWork };
  const { found, clean } = definition.examples;
  const holds = (text: string) => spansIn(definition, pattern, { text, context: {}, work }).length > 0;
  found.forEach((text, at) => {
    if (!holds(text) && work.left >= 0) throw new DefinitionError('example-not-found', { number: at + 1 });
  });
  clean.forEach((text, at) => {
    if (holds(text)) throw new DefinitionError('example-not-clean', { number: at + 1 });
  });
  if (work.left < 0) throw new DefinitionError('pattern-slow');
}
