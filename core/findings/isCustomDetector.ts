import type { CustomDetectorId, DetectorId } from './finding.ts';

/** Whether an org wrote this detector itself. */
export function isCustomDetector(id: DetectorId): id is CustomDetectorId {
  return id.startsWith('custom:');
}
