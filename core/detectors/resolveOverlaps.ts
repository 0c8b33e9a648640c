import type { Detection } from '../findings/finding.ts';

/**
 * Of detections that share characters, the strongest: more confident, then longer, then the one given first.
 *
 * Claims marked `alternative` stay beside the strongest when they are for the same characters; the strongest itself
 * loses the mark.
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
  const beside: Detection[] = [];
  for (const { detection } of ranked) {
    const taker = insertUnlessTaken(kept, detection);
    if (
      taker &&
      detection.alternative &&
      isSamePlace(taker, detection) &&
      !isTold([taker, ...beside], detection)
    )
      beside.push(detection);
  }
  if (beside.length === 0) return kept;
  return [...kept, ...beside].sort((a, b) => a.start - b.start);
}

function lengthOf(detection: Detection): number {
  return detection.end - detection.start;
}

function isSamePlace(a: Detection, b: Detection): boolean {
  return a.start === b.start && a.end === b.end;
}

function isTold(told: readonly Detection[], { detector, scheme, start, end }: Detection): boolean {
  return told.some(
    (one) => one.detector === detector && one.scheme === scheme && one.start === start && one.end === end,
  );
}

/**
 * `kept` is sorted and free of overlaps, so only the two neighbours of the place can share characters.
 *
 * @returns the detection that has the place already
 */
function insertUnlessTaken(kept: Detection[], detection: Detection): Detection | undefined {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.start ?? 0) < detection.start) low = middle + 1;
    else high = middle;
  }
  const before = kept[low - 1];
  const after = kept[low];
  if (before && before.end > detection.start) return before;
  if (after && after.start < detection.end) return after;
  const { alternative: _, ...strongest } = detection;
  kept.splice(low, 0, strongest);
  return undefined;
}
