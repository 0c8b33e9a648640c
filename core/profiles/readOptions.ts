import { markerOf } from './configMarkers.ts';
import { OptionsError } from './profile.ts';

export type OptionsObject = Readonly<Record<string, unknown>>;

/** @throws OptionsError when it is not an object; null and undefined are an empty one */
export function objectAt(value: unknown, path: string): OptionsObject {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value) || markerOf(value))
    throw new OptionsError(`${path}: must be an object`);
  return value as OptionsObject;
}

/**
 * Undefined where it is not given. Null is no: recorders put a default in place of `undefined` only.
 *
 * @throws OptionsError for another type
 */
export function booleanAt(object: OptionsObject, key: string, path: string): boolean | undefined {
  const value = object[key];
  if (value === undefined) return undefined;
  if (value === null) return false;
  if (typeof value !== 'boolean') throw new OptionsError(`${path}.${key}: must be true or false`);
  return value;
}

export function stringAt(object: OptionsObject, key: string, path: string): string | undefined {
  const value = object[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new OptionsError(`${path}.${key}: must be a string`);
  return value;
}

/**
 * One selector, as `matches` reads it: a list is joined with commas, an empty one is a selector that no browser takes.
 * An empty text is none.
 */
export function selectorAt(object: OptionsObject, key: string, path: string): string | null {
  if (Array.isArray(object[key])) return (stringsAt(object, key, path) ?? []).join(',');
  return stringAt(object, key, path) || null;
}

export function stringsAt(object: OptionsObject, key: string, path: string): readonly string[] | undefined {
  const value = object[key];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw new OptionsError(`${path}.${key}: must be a list of strings`);
  return value.map((entry: unknown, index) => {
    if (typeof entry !== 'string') throw new OptionsError(`${path}.${key}[${index}]: must be a string`);
    return entry;
  });
}

/** A string or a list of them; an empty string is an empty list. */
export function oneOrMoreAt(object: OptionsObject, key: string, path: string): readonly string[] | undefined {
  if (Array.isArray(object[key])) return stringsAt(object, key, path);
  const value = stringAt(object, key, path);
  if (value === undefined) return undefined;
  return value === '' ? [] : [value];
}

/** A class name, or a pattern of class names. @throws OptionsError for anything else */
export function classAt(object: OptionsObject, key: string, path: string): string | RegExp | undefined {
  const marker = markerOf(object[key]);
  if (marker?.$scrim !== 'regexp') return stringAt(object, key, path);
  try {
    return new RegExp(marker.source, marker.flags);
  } catch (error) {
    throw new OptionsError(`${path}.${key}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Whether a function stands there, which a simulation cannot run. @throws OptionsError for what is none */
export function hasFunctionAt(object: OptionsObject, key: string, path: string): boolean {
  const value = object[key];
  if (value === undefined || value === null) return false;
  if (markerOf(value)) return true;
  throw new OptionsError(`${path}.${key}: must be a function`);
}
