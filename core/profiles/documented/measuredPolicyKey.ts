import { Possible } from '../../treatment/treatment.ts';
import type { PolicyRow } from './contentPolicy.ts';

/** Names a record whose treatment was measured, for every state that is still possible (`policy.documented.measured`). */
export function measuredPolicyKey({ measured }: PolicyRow, possible: Possible): string | undefined {
  if (!measured) return undefined;
  const isWhole =
    ((possible & Possible.captured) === 0 || measured.captured) &&
    ((possible & Possible.masked) === 0 || measured.masked) &&
    ((possible & Possible.excluded) === 0 || measured.excluded);
  return isWhole ? 'documented.measured' : undefined;
}
