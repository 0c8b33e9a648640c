import { createPattern } from '../patterns/matchPattern.ts';
import { PatternError } from '../patterns/patternProgram.ts';
import type { FieldRequest } from './fieldRequest.ts';

/** Form that the value of such an input has to have (HTML standard, 4.10.5.1), or its browser takes none. */
const formOfType: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  week: /^\d{4}-W\d{2}$/,
  time: /^\d{2}:\d{2}$/,
  'datetime-local': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/,
  number: /^\d{1,15}$/,
  email: /^[^@\s]{1,64}@[^@\s]{1,255}$/,
  url: /^https?:\/\//,
};
/** Longer ones are no patterns of a field. */
const maxPattern = 500;

/** Whether the field takes the value, as far as its attributes say: length, type, limits, pattern. */
export function fitsField(value: string, request: FieldRequest): boolean {
  const { type, maxLength, attributes } = request;
  if (value === '' || (maxLength >= 0 && value.length > maxLength)) return false;
  const least = Number(attributes.minlength ?? '0');
  if (value.length < least) return false;
  const form = formOfType[type];
  if (form && !form.test(value)) return false;
  if (!isWithin(value, request)) return false;
  return attributes.pattern === undefined || form !== undefined || matchesPattern(value, attributes.pattern);
}

function isWithin(value: string, { type, min, max }: FieldRequest): boolean {
  if (type === 'number') {
    const tooSmall = min !== undefined && min !== '' && Number(value) < Number(min);
    return !tooSmall && !(max !== undefined && max !== '' && Number(value) > Number(max));
  }
  // Dates and times of one type compare as texts.
  if (formOfType[type] === undefined || type === 'email' || type === 'url') return true;
  return !(min && value < min) && !(max && value > max);
}

/** A pattern that cannot be read in bounded time is not asked: the browser says later whether the value is valid. */
function matchesPattern(value: string, pattern: string): boolean {
  if (pattern.length > maxPattern) return true;
  try {
    return createPattern(`^(?:${pattern})$`).matchesIn(value)?.length !== 0;
  } catch (error) {
    if (error instanceof PatternError) return true;
    throw error;
  }
}
