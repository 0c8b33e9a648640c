import type { Finding } from './finding.ts';

/** A finding's kind as suppressions, thresholds and reports name it: a detector's id, or `field:<class>`. */
export function kindId(kind: Finding['kind']): string {
  return kind.type === 'value' ? kind.detector : `field:${kind.class}`;
}
