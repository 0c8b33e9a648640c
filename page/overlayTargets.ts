import type { IndexedRecord } from '../core/capture/captureRecord.ts';
import type { CaptureScan } from '../core/capture/captureScan.ts';
import { Treatment, treatmentOf } from '../core/treatment/treatment.ts';

/** Node ids to mark on the page, by what would happen to their content. */
export interface OverlayTargets {
  readonly excluded: readonly number[];
  readonly masked: readonly number[];
  readonly unknown: readonly number[];
}

/** Content a person can see: only that is worth a mark on the page. */
const visibleChannels = new Set<IndexedRecord['channel']>(['text', 'value', 'resource']);

/**
 * Excluded: the element that decided, once. Masked and unknown: the elements whose own text or value it is, so
 * that an unmasked part of a masked box is seen to be unmasked.
 */
export function overlayTargets(scan: CaptureScan): OverlayTargets {
  const excluded: number[] = [];
  for (const node of scan.nodes) {
    const decision = scan.decisions[node.decision];
    if (decision && decision.node === node.id && treatmentOf(decision.possible) === Treatment.excluded) {
      excluded.push(node.id);
    }
  }
  const masked = new Set<number>();
  const unknown = new Set<number>();
  for (const record of scan.records) {
    if (!visibleChannels.has(record.channel) || isBlank(record)) continue;
    if (record.treatment === Treatment.masked) masked.add(record.node);
    else if (record.treatment === Treatment.unknown) unknown.add(record.node);
  }
  return { excluded, masked: [...masked], unknown: [...unknown] };
}

function isBlank(record: IndexedRecord): boolean {
  return record.channel !== 'resource' && (record.output ?? '').trim() === '';
}
