import type { CaptureScan } from '../core/capture/captureScan.ts';
import type { Decision } from '../core/treatment/decision.ts';

/** A finished scan, to be asked about single elements: the picker asks at every hover. */
export interface ScanIndex {
  readonly scan: CaptureScan;
  decisionOf(node: number): Decision | undefined;
}

export function createScanIndex(scan: CaptureScan): ScanIndex {
  let decisions: Map<number, number> | undefined;
  return {
    scan,
    decisionOf(node) {
      decisions ??= new Map(scan.nodes.map((entry) => [entry.id, entry.decision]));
      const index = decisions.get(node);
      return index === undefined ? undefined : scan.decisions[index];
    },
  };
}
