import type { JsonObject } from './wireGuards.ts';

/**
 * A field by its camelCase name, or else by the same name in snake_case: FullStory's older API declares the one and its
 * published examples print the other (fullstory.md e.2, e.3).
 */
export function eitherCase(raw: JsonObject, name: string): unknown {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return raw[name] ?? raw[snake];
}
