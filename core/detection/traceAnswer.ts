/** What a page may say is no longer than this, in UTF-16 units of JSON. */
export const maxTraceLength = 262_144;

/** @returns the part of that name of what `readTraces` answered; undefined for anything that is no such answer */
export function traceAnswerIn(text: unknown, part: 'found' | 'calls'): unknown {
  if (typeof text !== 'string' || text.length > maxTraceLength) return undefined;
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
    return Object.hasOwn(json, part) ? (json as Record<string, unknown>)[part] : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The same, for a part that is a list; empty when it is none. */
export function traceListIn(text: unknown, part: 'found' | 'calls'): readonly unknown[] {
  const answer = traceAnswerIn(text, part);
  return Array.isArray(answer) ? answer : [];
}
