import { attributeRule, isKnownName, isKnownTag, isKnownValue } from './attributeRules.ts';
import type { NameKeeper } from './nameShape.ts';
import { isHiddenShape } from './nameShape.ts';
import type { HiddenValue } from './pageSnapshot.ts';

/** A list of words longer than this is no list of names. */
const longestNames = 4000;

/**
 * What a saved page keeps of the value of an attribute.
 *
 * @returns the value itself (white space as one space), its shape, or nothing of it
 */
export function redactAttribute(name: string, value: string, keeper: NameKeeper): string | HiddenValue {
  if (value === '') return value;
  const rule = attributeRule(name);
  if (rule === 'content' || value.length > longestNames) return {};
  if (isKnownValue(value)) return value;
  const keep = rule === 'strict' ? keeper.strict : keeper.named;
  const shape = wordsOf(value)
    .map((word) => (isKnownValue(word) ? word : keep(word)))
    .join(' ');
  return isHiddenShape(shape) ? { shape } : shape;
}

/** What is kept of the name of an attribute: itself, or its shape. */
export function keptAttributeName(name: string, keeper: NameKeeper): string {
  return isKnownName(name) ? name : keeper.named(name);
}

/** What is kept of the name of an element: itself, or its shape. */
export function keptTag(tag: string, keeper: NameKeeper): string {
  return isKnownTag(tag) ? tag : keeper.named(tag);
}

/** White space as HTML has it. */
export function wordsOf(value: string): string[] {
  return value.split(/[\t\n\f\r ]+/).filter((word) => word !== '');
}
