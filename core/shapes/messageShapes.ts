// Checks that shapes of messages are made of. Small on purpose: the page's bundle carries them.
import { maxChunkLength } from '../protocol.ts';

export type Check = (value: unknown) => boolean;

export const isString: Check = (value) => typeof value === 'string' && value.length <= maxChunkLength;
export const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
export const isBoolean: Check = (value) => typeof value === 'boolean';
export const isAnything: Check = () => true;

export function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

export function nullable(check: Check): Check {
  return (value) => value === null || check(value);
}

export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

/** A list of so many texts. */
export function tuple(shortest: number, longest: number): Check {
  return (value) =>
    listOf(isString)(value) &&
    (value as unknown[]).length >= shortest &&
    (value as unknown[]).length <= longest;
}

export function atMost(length: number, check: Check): Check {
  return (value) => Array.isArray(value) && value.length <= length && value.every(check);
}

export function oneOf(...allowed: readonly string[]): Check {
  return (value) => typeof value === 'string' && allowed.includes(value);
}

export function shape(checks: Readonly<Record<string, Check>>): Check {
  const entries = Object.entries(checks);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const given = value as Record<string, unknown>;
    return entries.every(([name, check]) => check(Object.hasOwn(given, name) ? given[name] : undefined));
  };
}
