/** Nobody writes a configuration this deep; a circle is. */
const maxDepth = 50;

/**
 * A recorder's options from a configuration module as data: functions, regular expressions and instances cannot be
 * carried to where they would be run, so they become the markers that profiles report as not simulated
 * (`core/profiles/configMarkers.ts`), never nothing.
 */
export function plainOptions(value: unknown, depth = 0): unknown {
  if (depth > maxDepth) return { $scrim: 'unread' };
  if (typeof value === 'function') return { $scrim: 'function' };
  if (value instanceof RegExp) return { $scrim: 'regexp', source: value.source, flags: value.flags };
  if (typeof value === 'bigint' || typeof value === 'symbol') return { $scrim: 'unread' };
  if (Array.isArray(value)) return value.map((item) => plainOptions(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const made: unknown = Object.getPrototypeOf(value);
  if (made !== Object.prototype && made !== null) return { $scrim: 'unread' };
  const said = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(said.map(([key, entry]) => [key, plainOptions(entry, depth + 1)]));
}
