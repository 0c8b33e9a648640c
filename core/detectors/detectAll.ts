import type { Detection } from '../findings/finding.ts';
import type { DetectContext, Detector } from './detector.ts';
import { type DetectorBudget, detectWithin } from './detectorBudget.ts';
import { normaliseText } from './normaliseText.ts';
import { detectors } from './registry.ts';
import { resolveOverlaps } from './resolveOverlaps.ts';

/** Longest text a detector is given at once; a style sheet or a JSON state can be megabytes. */
const windowLength = 65_536;
/** Windows share this much, so that every value up to half of it lies in one of them whole. */
const overlapLength = 8192;

/**
 * Everything sensitive in one text, by all detectors, without overlaps, in order of place.
 *
 * A value that stands alone and passes for several numberings is told under each: the same span, the weaker claims
 * marked `alternative`.
 *
 * Does not throw, does not keep the text, and takes time linear in its length.
 *
 * @param text raw; characters that split a value invisibly are seen through
 * @param budget what detectors may take of the page that the text is of; absent: whatever they need
 * @returns spans in UTF-16 units of `text`, of every confidence: callers compare with `defaultConfidence`
 */
export function detectAll(
  text: string,
  context: DetectContext,
  active: readonly Detector[] = detectors,
  budget?: DetectorBudget,
): readonly Detection[] {
  const normalised = normaliseText(text);
  const found: Detection[] = [];
  const length = normalised.text.length;
  for (let start = 0; start === 0 || start + overlapLength < length; start += windowLength - overlapLength) {
    const window = normalised.text.slice(start, start + windowLength);
    const ownsFrom = start === 0 ? 0 : overlapLength / 2;
    const ownsTo = start + windowLength >= length ? window.length : windowLength - overlapLength / 2;
    // An object of its own for each window: what detectors share about one text hangs on it.
    const own = { ...context };
    budget?.start();
    for (const detector of active) {
      for (const span of detectWithin(detector, window, own, budget)) {
        if (span.start < ownsFrom || span.start >= ownsTo || span.end <= span.start) continue;
        found.push({
          detector: span.detector ?? detector.id,
          start: normalised.originalStart(start + span.start),
          end: normalised.originalEnd(start + span.end),
          confidence: span.confidence,
          ...(span.scheme === undefined ? {} : { scheme: span.scheme }),
          ...(span.ambiguous === undefined ? {} : { alternative: span.ambiguous }),
        });
      }
    }
  }
  return resolveOverlaps(found);
}
