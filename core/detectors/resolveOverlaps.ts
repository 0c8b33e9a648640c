import type { Detection } from '../findings/finding.ts';

/**
 * Of detections that share characters, the strongest: more confident, then longer, then the one given first.
 *
 * @param detections in the order of the registry
 * @returns the rest, by place
 */
export function resolveOverlaps(detections: readonly Detection[]): readonly Detection[] {
  const ranked = detections
    .map((detection, order) => ({ detection, order }))
    .sort(
      (a, b) =>
        b.detection.confidence - a.detection.confidence ||
        lengthOf(b.detection) - lengthOf(a.detection) ||
        a.order - b.order,
    );
  const kept: Detection[] = [];
  for (const { detection } of ranked) insertUnlessTaken(kept, detection);
  return kept;
}

function lengthOf(detection: Detection): number {
  return detection.end - detection.start;
}

/** `kept` is sorted and free of overlaps, so only the two neighbours of the place can share characters. */
function insertUnlessTaken(kept: Detection[], detection: Detection): void {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.start ?? 0) < detection.start) low = middle + 1;
    else high = middle;
  }
  const before = kept[low - 1];
  const after = kept[low];
  if (before && before.end > detection.start) return;
  if (after && after.start < detection.end) return;
  kept.splice(low, 0, detection);
}
