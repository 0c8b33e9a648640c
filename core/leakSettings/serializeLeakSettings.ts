import type { LeakSettings } from './leakSettings.ts';

/** `detectors` and `suppressions` as a rule file holds them; nothing where there are none. */
export function serializeLeakSettings({
  detectors,
  suppressions,
}: Pick<LeakSettings, 'detectors' | 'suppressions'>): Record<string, unknown> {
  return {
    ...(detectors.length === 0
      ? {}
      : {
          detectors: detectors.map(({ ignoreCase, keywords, tags, ...rest }) => ({
            ...rest,
            ...(ignoreCase ? { flags: 'i' } : {}),
            ...(keywords.length === 0 ? {} : { keywords: [...keywords] }),
            ...(tags.length === 0 ? {} : { tags: [...tags] }),
          })),
        }),
    ...(suppressions.length === 0 ? {} : { suppressions: suppressions.map((one) => ({ ...one })) }),
  };
}
