import type { Uninspected } from '../capture/captureRecord.ts';
import { detectAll } from '../detectors/detectAll.ts';
import type { DetectContext, Detector } from '../detectors/detector.ts';
import type { Detection, DetectorId, LeakTag, Severity } from '../findings/finding.ts';
import type { PatternWork } from '../patterns/matchPattern.ts';
import { compileCustomDetector } from './compileCustomDetector.ts';
import { DefinitionError } from './definitionError.ts';
import type { LeakSettings, LeakSettingsProblem } from './leakSettings.ts';

/** Steps of one detector on one page: then it is stopped, and said to be. A plain pattern takes half a step a character. */
const maxWork = 50_000_000;

/** An org's own detectors, ready to run. */
export interface CustomDetectors {
  readonly detectors: readonly Detector[];
  /**
   * Everything they find in a text. Each is read by itself: none of them may take a value away from another, nor from a
   * built-in detector.
   */
  detect(text: string, context: DetectContext): readonly Detection[];
  /** What the org says about one of them. */
  ownOf(id: DetectorId): { readonly severity: Severity; readonly tags: readonly LeakTag[] } | undefined;
  /** Gives every detector its time anew: a new look at the page begins. */
  begin(): void;
  /** Detectors that looked for nothing, or not to the end. */
  uninspected(): readonly Uninspected[];
  /** Every definition that cannot be used, those that were refused on reading among them. */
  readonly problems: readonly LeakSettingsProblem[];
}

/** A broken definition does not end the others: it is a problem, and its detector is *uninspected*. */
export function createCustomDetectors(
  settings: Pick<LeakSettings, 'detectors' | 'problems'>,
): CustomDetectors {
  const problems = [...settings.problems.filter(({ kind }) => kind === 'detector')];
  const running: { readonly detector: Detector; readonly work: PatternWork }[] = [];
  const own = new Map<DetectorId, { readonly severity: Severity; readonly tags: readonly LeakTag[] }>();
  settings.detectors.forEach((definition, index) => {
    const work = { left: maxWork };
    try {
      const detector = compileCustomDetector(definition, work);
      running.push({ detector, work });
      own.set(detector.id, { severity: definition.severity, tags: definition.tags });
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
      const { code, params } = error;
      problems.push({ kind: 'detector', at: index + 1, name: definition.name, code, params });
    }
  });
  return {
    detectors: running.map(({ detector }) => detector),
    detect: (text, context) => running.flatMap(({ detector }) => detectAll(text, context, [detector])),
    ownOf: (id) => own.get(id),
    begin() {
      for (const { work } of running) work.left = maxWork;
    },
    uninspected: () => [
      ...problems.map(({ name, at }) => notRun('detector-broken', name ?? `#${at}`)),
      ...running
        .filter(({ work }) => work.left < 0)
        .map(({ detector }) => notRun('detector-stopped', detector.id.slice('custom:'.length))),
    ],
    problems,
  };
}

function notRun(reason: string, name: string): Uninspected {
  return { kind: 'detector', path: '', reason, detail: `custom:${name}` };
}
