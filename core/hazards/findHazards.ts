import type { CaptureScan } from '../capture/captureScan.ts';
import { createHazardSearch } from './createHazardSearch.ts';
import type { HazardFinding } from './hazard.ts';

/**
 * What the recorder does on this page that people do not expect of it: one pass over the records. Findings hold
 * numbers and places, never a value. They change neither the verdict nor an exit code.
 *
 * @returns most severe first, then by how much of the page it concerns
 */
export function findHazards(scan: CaptureScan): HazardFinding[] {
  return createHazardSearch(scan).report();
}
