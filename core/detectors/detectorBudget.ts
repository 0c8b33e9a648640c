import type { Uninspected } from '../capture/captureRecord.ts';
import type { DetectContext, Detector, Span } from './detector.ts';

/** Milliseconds a detector may take on one page whatever it reads, and further ones for each million characters. */
export interface DetectorLimits {
  readonly base: number;
  readonly perMillion: number;
}

/** Every detector here reads a million characters in a tenth of that on a slow machine (`npm run bench`). */
const usualLimits: DetectorLimits = { base: 2000, perMillion: 1000 };

/** What detectors may take of one page: who goes beyond is stopped, and said to be. */
export interface DetectorBudget {
  /** Begins to count one text. What passes between two `took` is the detector's that is named. */
  start(): void;
  isStopped(detector: Detector): boolean;
  /** @param length characters it was given */
  took(detector: Detector, length: number): void;
  /** Detectors that did not look to the end. */
  uninspected(): readonly Uninspected[];
}

/**
 * Time is looked at between detectors and between windows of 65,536 characters, because nothing can interrupt a regular
 * expression in its thread: each takes time linear in the window (`test/unit/expressions`), so that is soon enough.
 *
 * @param now milliseconds, such as `performance.now`
 */
export function createDetectorBudget(now: () => number, limits = usualLimits): DetectorBudget {
  const spent = new Map<Detector, { milliseconds: number; characters: number; stopped: boolean }>();
  let last = 0;

  return {
    start() {
      last = now();
    },
    isStopped: (detector) => spent.get(detector)?.stopped === true,
    took(detector, length) {
      const until = now();
      const sum = spent.get(detector) ?? { milliseconds: 0, characters: 0, stopped: false };
      sum.milliseconds += until - last;
      sum.characters += length;
      sum.stopped ||= sum.milliseconds > limits.base + (limits.perMillion * sum.characters) / 1_000_000;
      spent.set(detector, sum);
      last = until;
    },
    uninspected: () =>
      [...spent]
        .filter(([, { stopped }]) => stopped)
        .map(([{ id }, { milliseconds }]) => ({
          kind: 'detector',
          path: '',
          reason: 'detector-too-slow',
          detail: `${id}, ${Math.round(milliseconds)} ms`,
        })),
  };
}

/** One detector on one text, within its budget. */
export function detectWithin(
  detector: Detector,
  text: string,
  context: DetectContext,
  budget: DetectorBudget | undefined,
): readonly Span[] {
  if (!budget) return detector.detect(text, context);
  if (budget.isStopped(detector)) return [];
  const spans = detector.detect(text, context);
  budget.took(detector, text.length);
  return spans;
}
