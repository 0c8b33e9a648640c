import { plainOptions } from '../../core/check/plainOptions.ts';
import type { LookSettings } from '../../core/check/plannedLook.ts';

/** The recorder's configuration for one look: the page's own in place of the run's, the consent state's laid over it. */
export function lookOptions(base: unknown, { options, consent }: LookSettings): unknown {
  const own = options === undefined ? base : plainOptions(options);
  if (consent?.options === undefined) return own;
  const under = typeof own === 'object' && own !== null ? own : {};
  return { ...under, ...(plainOptions(consent.options) as object) };
}
