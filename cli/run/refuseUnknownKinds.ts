import type { FailOn } from '../../core/check/checkConfig.ts';
import { builtInDetectorIds, fieldClasses } from '../../core/findings/tagsOf.ts';
import type { LeakSettings } from '../../core/leakSettings/leakSettings.ts';
import { printable } from '../printable.ts';
import { UsageError } from '../usageError.ts';

/**
 * A kind that was mistyped would be judged by the number of all others.
 *
 * @throws UsageError naming it
 */
export function refuseUnknownKinds(
  failOn: FailOn | undefined,
  { detectors: own, problems }: LeakSettings,
): void {
  const known = new Set<string>([
    ...builtInDetectorIds,
    ...fieldClasses.map((found) => `field:${found}`),
    ...own.map(({ name }) => `custom:${name}`),
    // One that cannot be used is told elsewhere.
    ...problems.flatMap(({ name }) => (name === undefined ? [] : [`custom:${name}`])),
  ]);
  for (const kind of Object.keys(failOn?.detectors ?? {}))
    if (!known.has(kind)) throw new UsageError(`failOn.detectors: there is no detector ${printable(kind)}`);
}
