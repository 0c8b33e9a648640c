import { severityRank } from '../findings/severityOf.ts';
import type { HazardFinding } from './hazard.ts';

/** What a new look at the page finds, and what the recording found before: of each hazard the one that says more. */
export function mergeHazards(
  present: readonly HazardFinding[],
  recorded: readonly HazardFinding[],
): HazardFinding[] {
  const merged = new Map(present.map((hazard) => [hazard.id, hazard]));
  for (const hazard of recorded) {
    const known = merged.get(hazard.id);
    if (!known || known.count < hazard.count) merged.set(hazard.id, hazard);
  }
  return [...merged.values()].sort(
    (a, b) => severityRank[a.severity] - severityRank[b.severity] || b.count - a.count,
  );
}
