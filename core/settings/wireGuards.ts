// Guards for JSON that comes from an API or a file. Used by the wire codecs only.
// They never hand on a value of the wrong type, and they read own properties only.

import { WireError } from './wireError.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** No string of a settings answer is anywhere near this; a longer one is an attack or a mistake. */
export const maxWireString = 65_536;

/** `JSON.parse` makes these own properties; merged into another object they would change its prototype. */
const forbiddenKeys = ['__proto__', 'constructor', 'prototype'];

export function asObject(value: unknown, path: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WireError(path, `expected an object, got ${kindOf(value)}`);
  }
  for (const key of forbiddenKeys) {
    if (Object.hasOwn(value, key)) throw new WireError(`${path}.${key}`, 'this key is not allowed');
  }
  // A copy without a prototype: `raw.toString` is then absent instead of inherited.
  return Object.assign(Object.create(null), value) as JsonObject;
}

export function asArray(value: unknown, path: string, max: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new WireError(path, `expected a list, got ${kindOf(value)}`);
  if (value.length > max) throw new WireError(path, `more than ${max} entries`);
  return value;
}

export function asString(value: unknown, path: string, max: number = maxWireString): string {
  if (typeof value !== 'string') throw new WireError(path, `expected text, got ${kindOf(value)}`);
  if (value.length > max) throw new WireError(path, `longer than ${max} characters`);
  return value;
}

export function asBoolean(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') throw new WireError(path, `expected true or false, got ${kindOf(value)}`);
  return value;
}

/** int64 travels as text by the schema, and as a number in the published examples: both are read. */
export function asInt64(value: unknown, path: string): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value === 'string' && /^-?\d{1,19}$/.test(value)) return BigInt(value).toString();
  throw new WireError(path, `expected a whole number, got ${kindOf(value)}`);
}

/** Absent and `null` mean the same on this wire. */
export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return `a value of type ${typeof value}`;
}
