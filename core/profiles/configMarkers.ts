/**
 * A site's configuration as data. What JSON cannot hold stands there as a marker, so that a profile can say what
 * it does not simulate instead of passing over it.
 */
export type ConfigMarker =
  | { readonly $scrim: 'function' }
  | { readonly $scrim: 'regexp'; readonly source: string; readonly flags: string }
  /** An element, a cycle, something too large: it was there and was not read. */
  | { readonly $scrim: 'unread' };

export function markerOf(value: unknown): ConfigMarker | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { $scrim, source, flags } = value as Record<string, unknown>;
  if ($scrim === 'function' || $scrim === 'unread') return { $scrim };
  if ($scrim === 'regexp' && typeof source === 'string' && typeof flags === 'string')
    return { $scrim, source, flags };
  return undefined;
}
