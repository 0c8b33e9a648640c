import type { Finding } from '../../core/findings/finding.ts';
import { leakSettingsLimits } from '../../core/leakSettings/leakSettingsLimits.ts';

/** How far a suppression reaches: at least one of the three. */
export interface SuppressionReach {
  readonly kind: boolean;
  readonly place: boolean;
  readonly page: boolean;
}

const millisecondsOfDay = 86_400_000;
const boundary = '>>>';

/** The places of a finding as one selector; undefined where they cannot be said in one. */
export function selectorOfPlaces({ places }: Pick<Finding, 'places'>): string | undefined {
  const paths = [...new Set(places.map(({ path }) => path))];
  const [first] = paths;
  if (paths.length === 1 && first !== '') return first;
  const joined = paths.join(', ');
  const isOne = paths.every((path) => path !== '' && !path.includes(boundary));
  return isOne && joined.length <= leakSettingsLimits.selector ? joined : undefined;
}

/** A page as suppressions name it: without query and hash. */
export function pageOf(url: string): string {
  return /^[^?#]*/.exec(url)?.[0] ?? '';
}

/** @param today milliseconds since 1970 */
export function dayAfter(today: number, days: number): string {
  return new Date(today + days * millisecondsOfDay).toISOString().slice(0, 10);
}

/** Id of a finding's kind as suppressions and the rule file write it. */
export function kindId({ kind }: Pick<Finding, 'kind'>): string {
  return kind.type === 'value' ? kind.detector : `field:${kind.class}`;
}
