import { assertNever } from '../core/assertNever.ts';
import type { CaptureScan } from '../core/capture/captureScan.ts';
import { createDetectorBudget } from '../core/detectors/detectorBudget.ts';
import { compareScans } from '../core/findings/compareScans.ts';
import { coverageOf } from '../core/findings/coverageOf.ts';
import { createRecordingFindings, type RecordingFindings } from '../core/findings/createRecordingFindings.ts';
import { type FindLeaksOptions, findLeaks } from '../core/findings/findLeaks.ts';
import { findOverMasking } from '../core/findings/findOverMasking.ts';
import { createHazardSearch, type HazardSearch } from '../core/hazards/createHazardSearch.ts';
import { findHazards } from '../core/hazards/findHazards.ts';
import { mergeHazards } from '../core/hazards/mergeHazards.ts';
import { type CustomDetectors, createCustomDetectors } from '../core/leakSettings/createCustomDetectors.ts';
import { createElementMatcher, type ElementMatcher } from '../core/leakSettings/createElementMatcher.ts';
import type { DatedLeakSettings, LeakReport } from './client.ts';
import type { LeakAnswer, LeakQuestion } from './leakQuestions.ts';
import { makeLeakReport } from './makeLeakReport.ts';
import { tryDetector } from './tryDetector.ts';

/** The recording that goes on, with the last look at its page. */
interface FollowedRecording {
  readonly number: number;
  readonly findings: RecordingFindings;
  readonly custom: CustomDetectors;
  elements: ElementMatcher;
  readonly hazards: HazardSearch;
  leaks: DatedLeakSettings;
  url: string;
  coverage: LeakReport['coverage'];
  /** Of the last look alone. */
  present: Pick<LeakReport, 'hazards' | 'overMasked'>;
}

/** What the worker gets of the world around it. */
export interface LeakWorkerHost {
  readonly reply: (answer: LeakAnswer) => void;
  /** Lets the next message in. */
  readonly breathe: () => Promise<void>;
  /** Milliseconds, for what detectors may take of a page. */
  readonly now: () => number;
}

type FindQuestion = Extract<LeakQuestion, { kind: 'find' }>;

/** The worker's whole work. An abandoned question stops at the next chance and gets no answer. */
export function answerLeakQuestions({
  reply,
  breathe,
  now,
}: LeakWorkerHost): (question: LeakQuestion) => void {
  const running = new Set<number>();
  /** One page, one recording: an earlier one has ended. */
  let followed: FollowedRecording | undefined;

  async function answer(id: number, work: () => Promise<LeakAnswer>): Promise<void> {
    running.add(id);
    try {
      const result = await work();
      if (running.has(id)) reply(result);
    } catch (error) {
      if (running.has(id))
        reply({ kind: 'failed', id, detail: error instanceof Error ? error.message : String(error) });
    }
    running.delete(id);
  }

  /** Says that the work goes on: who hears nothing for long ends this worker. */
  function alive(id: number): () => Promise<void> {
    return () => {
      reply({ kind: 'alive', id });
      return breathe();
    };
  }

  async function find(question: FindQuestion): Promise<LeakReport> {
    const { id, scan, recording, leaks } = question;
    const budget = createDetectorBudget(now);
    const options = { breathe: alive(id), shouldStop: () => !running.has(id), budget };
    if (recording === undefined) return findOnce(scan, leaks, options);
    const isFirst = followed?.number !== recording;
    const following = follow(recording, question);
    const { custom } = following;
    await following.findings.look(scan, { ...options, custom });
    if (running.has(id)) {
      following.coverage = coverageOf(scan);
      following.leaks = leaks;
      following.url = scan.url;
      following.elements = createElementMatcher(scan, leaks.settings.suppressions);
      following.present = {
        // The recording began with this very look, and has read it.
        hazards: isFirst ? [] : findHazards(scan),
        overMasked: findOverMasking(scan, following.findings.report().findings),
      };
    }
    return reportOn(following);
  }

  function follow(number: number, { scan, leaks }: FindQuestion): FollowedRecording {
    if (followed?.number !== number) {
      const custom = createCustomDetectors(leaks.settings);
      followed = {
        number,
        custom,
        findings: createRecordingFindings(scan, custom, createDetectorBudget(now)),
        elements: createElementMatcher(scan, leaks.settings.suppressions),
        hazards: createHazardSearch(scan, true),
        leaks,
        url: scan.url,
        coverage: coverageOf(scan),
        present: { hazards: [], overMasked: [] },
      };
    }
    return followed;
  }

  function addLate({ recording, parts }: Extract<LeakQuestion, { kind: 'late' }>): LeakReport {
    if (followed?.number !== recording) throw new Error(`recording ${recording} is not the one that goes on`);
    for (const part of parts) {
      followed.findings.late(part);
      followed.elements.add(part);
      followed.hazards.late(part);
    }
    return reportOn(followed);
  }

  return (question) => {
    const { id } = question;
    switch (question.kind) {
      case 'find':
        void answer(id, async () => ({ kind: 'found', id, report: await find(question) }));
        return;
      case 'late':
        void answer(id, async () => ({ kind: 'found', id, report: addLate(question) }));
        return;
      case 'try':
        void answer(id, async () => ({
          kind: 'tried',
          id,
          trial: await tryDetector(question.scan, question.entry, alive(id)),
        }));
        return;
      case 'compare':
        void answer(id, async () => ({
          kind: 'compared',
          id,
          comparison: compareScans(question.before, question.after, followed?.custom),
        }));
        return;
      case 'stop':
        running.delete(id);
        return;
      default:
        assertNever(question);
    }
  };
}

async function findOnce(
  scan: CaptureScan,
  leaks: DatedLeakSettings,
  options: FindLeaksOptions,
): Promise<LeakReport> {
  const custom = createCustomDetectors(leaks.settings);
  const findings = await findLeaks(scan, { ...options, custom });
  const { url } = scan;
  const uninspected = [...scan.uninspected, ...(options.budget?.uninspected() ?? [])];
  return makeLeakReport({
    ...{ findings, url, uninspected, custom, leaks },
    elements: createElementMatcher(scan, leaks.settings.suppressions),
    coverage: coverageOf(scan),
    hazards: findHazards(scan),
    overMasked: findOverMasking(scan, findings),
  });
}

function reportOn(recording: FollowedRecording): LeakReport {
  const { findings, hazards, present, ...rest } = recording;
  return makeLeakReport({
    ...rest,
    ...findings.report(),
    hazards: mergeHazards(present.hazards, hazards.report()),
    overMasked: present.overMasked,
  });
}
