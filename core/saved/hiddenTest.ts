import type { Selector } from 'css-what';
import type { AnyNode } from 'domhandler';
import { stateAttributes } from './attributeRules.ts';
import type { HiddenParts } from './hiddenParts.ts';
import { dot, isHiddenShape, nameShape } from './nameShape.ts';
import type { HiddenValue } from './pageSnapshot.ts';
import { wordsOf } from './redactAttribute.ts';

/** What is known of one test of a selector on one element whose answer is not in the tree. */
export type HiddenAnswer = 'sure' | 'maybe' | 'no';

/** Answers one test for elements that hide something it asks for; undefined: the tree has the whole answer. */
export type HiddenTest = (element: AnyNode) => HiddenAnswer | undefined;

/** What stands for the name of an attribute that says what a person chose: the shape of no name. */
export const stateShape = '•state';

/**
 * The part of a selector that asks for something which this page hides somewhere.
 *
 * @param quirks names are compared without case: then any hidden one may be meant
 * @returns undefined when nothing that it asks for could be among what is hidden here
 */
export function hiddenTest(part: Selector, page: HiddenParts, quirks: boolean): HiddenTest | undefined {
  if (part.type === 'tag') return tagTest(part.name, page);
  if (part.type !== 'attribute') return undefined;
  const nameAsHidden = stateAttributes.has(part.name) ? stateShape : nameShape(part.name);
  const isNameHidden = page.names.has(nameAsHidden);
  const answer = valueAnswer(part, quirks);
  if (!isNameHidden && !mayBeHidden(part, page, answer)) return undefined;
  return (element) => {
    const hidden = page.of.get(element);
    if (!hidden) return undefined;
    const value = hidden.attributes.get(part.name);
    if (value) return answer(value);
    return isNameHidden && hidden.names.includes(nameAsHidden) ? 'maybe' : undefined;
  };
}

function mayBeHidden(
  part: AttributePart,
  page: HiddenParts,
  answer: (hidden: HiddenValue) => HiddenAnswer,
): boolean {
  if (page.contents.has(part.name)) return true;
  const shapes = page.words.get(part.name);
  if (!shapes) return false;
  // For one word of a list the tree answers, unless one of the hidden words may be it.
  if (part.action !== 'element') return true;
  return [...shapes].some((shape) => answer({ shape }) !== 'no');
}

/** Tags are compared without case, and their shape is made of lower case. */
function tagTest(name: string, page: HiddenParts): HiddenTest | undefined {
  const shape = nameShape(name.toLowerCase());
  if (!page.tags.has(shape)) return undefined;
  return (element) => {
    const hidden = page.of.get(element)?.tag;
    if (hidden === undefined) return undefined;
    return hidden === shape ? 'maybe' : 'no';
  };
}

type AttributePart = Extract<Selector, { type: 'attribute' }>;

/** For values of which the shape was kept, or nothing. */
function valueAnswer(part: AttributePart, quirks: boolean): (hidden: HiddenValue) => HiddenAnswer {
  const { action, value, name } = part;
  if (action === 'exists') return () => 'sure';
  if (value === '') return () => 'no';
  const anyCase = part.ignoreCase === true || (quirks && (name === 'class' || name === 'id'));
  const asWord = nameShape(value);
  if (action === 'element') {
    if (wordsOf(value).length !== 1) return () => 'no';
    return ({ shape }) => {
      if (shape === undefined) return 'maybe';
      const words = wordsOf(shape);
      if (anyCase) return words.some((word) => withoutCase(word) === withoutCase(asWord)) ? 'maybe' : 'no';
      if (!isHiddenShape(value) && words.includes(value)) return 'sure';
      return words.includes(asWord) ? 'maybe' : 'no';
    };
  }
  if (action === 'equals') {
    const asShape = wordsOf(value).map(nameShape).join(' ');
    // HTML compares the values of some attributes without case; their own words are kept, and are in the vocabulary.
    const isSame = (shape: string) =>
      wordsOf(shape).map(nameShape).join(' ').toLowerCase() === asShape.toLowerCase();
    return ({ shape }) => (shape === undefined || anyCase || isSame(shape) ? 'maybe' : 'no');
  }
  return ({ shape }) => (action === 'any' && !anyCase && holdsLiterally(shape, value) ? 'sure' : 'maybe');
}

/** Two names that differ in case only have this in common: capitals part words, so that shapes may differ too. */
function withoutCase(shape: string): string {
  return shape.replace(/[A-Za-z•]{1,200}/g, dot);
}

/** A piece that stands in what was kept, within one word. */
function holdsLiterally(shape: string | undefined, piece: string): boolean {
  return shape !== undefined && !/[\s•]/.test(piece) && shape.includes(piece);
}
