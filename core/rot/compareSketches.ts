import type { ElementSketch, SketchedNames } from './elementSketch.ts';

/** How much each likeness counts; what the remembered element did not have does not count at all. */
const weights = {
  tag: 2,
  marks: 4,
  words: 3,
  around: 3,
  path: 2,
  beside: 1,
  inside: 1,
  position: 0.5,
  text: 0.5,
} as const;

/**
 * A name that is gone with nothing in its place says less than another name there: a build that hashes its classes
 * leaves no words at all.
 */
const gone = 0.3;

/** Controls that take each other's place when a form is rebuilt. */
const controls = ['input', 'textarea', 'select'];

/** Likeness of a renamed element: a control that became another control is still half the same. */
const otherControl = 0.5;

/**
 * How much an element looks like one that is remembered: 1 the same in everything that was remembered, 0 in nothing.
 * Names count most, then what is around it: a deploy renames some of its names, moves it, wraps it, but hardly all at once.
 */
export function compareSketches(remembered: ElementSketch, found: ElementSketch): number {
  let sum = 0;
  let total = 0;
  const count = (weight: number, likeness: number | undefined): void => {
    if (likeness === undefined) return;
    sum += weight * likeness;
    total += weight;
  };
  count(weights.tag, tagLikeness(remembered.tag, found.tag));
  count(weights.marks * leftOf(found.marks), shareOf(remembered.marks, found.marks));
  count(weights.words * leftOf(found.words), shareOf(remembered.words, found.words));
  const isAnyNamed = found.around.some(isNamed);
  count(weights.around * (isAnyNamed ? 1 : gone), aroundLikeness(remembered.around, found.around));
  count(weights.path, pathLikeness(remembered.around, found.around));
  count(weights.beside, besideLikeness(remembered, found));
  count(weights.inside, shareOf(remembered.inside, found.inside));
  count(weights.position, remembered.position === found.position ? 1 : 0);
  count(weights.text, remembered.text === found.text ? 1 : 0);
  return total === 0 ? 0 : sum / total;
}

const leftOf = (names: readonly string[]) => (names.length === 0 ? gone : 1);

/** Tags above it in their order, as many as are in both: a wrapper more costs one of them. */
function pathLikeness(remembered: readonly SketchedNames[], found: readonly SketchedNames[]) {
  if (remembered.length === 0) return undefined;
  let at = 0;
  let kept = 0;
  for (const { tag } of remembered) {
    const next = found.findIndex((other, index) => index >= at && other.tag === tag);
    if (next < 0) continue;
    kept += 1;
    at = next + 1;
  }
  return kept / remembered.length;
}

function tagLikeness(one: string, other: string): number {
  if (one === other) return 1;
  return controls.includes(one) && controls.includes(other) ? otherControl : 0;
}

/** Of what was remembered and what is there, how much is in both; undefined when nothing was remembered. */
function shareOf(remembered: readonly string[], found: readonly string[]): number | undefined {
  if (remembered.length === 0) return undefined;
  const kept = remembered.filter((one) => found.includes(one)).length;
  return kept / Math.max(remembered.length, Math.min(found.length, remembered.length * 2));
}

/** Named ancestors, each looked for anywhere above: a wrapper more or less changes nothing. */
function aroundLikeness(remembered: readonly SketchedNames[], found: readonly SketchedNames[]) {
  const named = remembered.filter(isNamed);
  if (named.length === 0) return undefined;
  const best = named.map((one) => Math.max(0, ...found.map((other) => namesLikeness(one, other))));
  return best.reduce((sum, likeness) => sum + likeness, 0) / named.length;
}

function besideLikeness(remembered: ElementSketch, found: ElementSketch): number | undefined {
  const sides = [
    [remembered.before, found.before],
    [remembered.after, found.after],
  ] as const;
  const known = sides.filter(([one]) => one !== undefined);
  if (known.length === 0) return undefined;
  const likeness = known.map(([one, other]) => (one && other ? namesLikeness(one, other) : 0));
  return likeness.reduce((sum, one) => sum + one, 0) / known.length;
}

function namesLikeness(one: SketchedNames, other: SketchedNames): number {
  const parts = [
    tagLikeness(one.tag, other.tag),
    shareOf(one.marks, other.marks),
    shareOf(one.words, other.words),
  ].filter((part) => part !== undefined);
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

const isNamed = ({ marks, words }: SketchedNames) => marks.length + words.length > 0;
