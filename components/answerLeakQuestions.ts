import { assertNever } from '../core/assertNever.ts';
import type { Uninspected } from '../core/capture/captureRecord.ts';
import type { CaptureScan } from '../core/capture/captureScan.ts';
import { createDetectorBudget } from '../core/detectors/detectorBudget.ts';
import { compareScans } from '../core/findings/compareScans.ts';
import { coverageOf } from '../core/findings/coverageOf.ts';
import { createRecordingFindings, type RecordingFindings } from '../core/findings/createRecordingFindings.ts';
import type { Finding } from '../core/findings/finding.ts';
import { type FindLeaksOptions, findLeaks } from '../core/findings/findLeaks.ts';
import { verdictOf } from '../core/findings/verdictOf.ts';
import { createHazardSearch, type HazardSearch } from '../core/hazards/createHazardSearch.ts';
import { findHazards } from '../core/hazards/findHazards.ts';
import { mergeHazards } from '../core/hazards/mergeHazards.ts';
import type { LeakReport } from './client.ts';
import type { LeakAnswer, LeakQuestion } from './leakQuestions.ts';

/** The recording that goes on, with the last look at its page. */
interface FollowedRecording {
  readonly number: number;
  readonly findings: RecordingFindings;
  coverage: LeakReport['coverage'];
  readonly hazards: HazardSearch;
  /** Hazards of the last look alone. */
  present: LeakReport['hazards'];
}

/** What the worker gets of the world around it. */
export interface LeakWorkerHost {
  readonly reply: (answer: LeakAnswer) => void;
  /** Lets the next message in. */
  readonly breathe: () => Promise<void>;
  /** Milliseconds, for what detectors may take of a page. */
  readonly now: () => number;
}

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

  async function find({ id, scan, recording }: Extract<LeakQuestion, { kind: 'find' }>): Promise<LeakReport> {
    const budget = createDetectorBudget(now);
    const options: FindLeaksOptions = { breathe: alive(id), shouldStop: () => !running.has(id), budget };
    if (recording === undefined) {
      const findings = await findLeaks(scan, options);
      const uninspected = [...scan.uninspected, ...budget.uninspected()];
      return { ...reportOf(findings, uninspected, coverageOf(scan)), hazards: findHazards(scan) };
    }
    const isFirst = followed?.number !== recording;
    const following = follow(recording, scan);
    await following.findings.look(scan, options);
    if (running.has(id)) {
      following.coverage = coverageOf(scan);
      // The recording began with this very look, and has read it.
      if (!isFirst) following.present = findHazards(scan);
    }
    return reportOn(following);
  }

  function follow(number: number, scan: CaptureScan): FollowedRecording {
    if (followed?.number !== number)
      followed = {
        number,
        findings: createRecordingFindings(scan, undefined, createDetectorBudget(now)),
        coverage: coverageOf(scan),
        hazards: createHazardSearch(scan, true),
        present: [],
      };
    return followed;
  }

  function addLate({ recording, parts }: Extract<LeakQuestion, { kind: 'late' }>): LeakReport {
    if (followed?.number !== recording) throw new Error(`recording ${recording} is not the one that goes on`);
    for (const part of parts) {
      followed.findings.late(part);
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
      case 'compare':
        void answer(id, async () => ({
          kind: 'compared',
          id,
          comparison: compareScans(question.before, question.after),
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

function reportOn({ findings: recording, coverage, hazards, present }: FollowedRecording): LeakReport {
  const { findings, uninspected } = recording.report();
  return {
    ...reportOf(findings, uninspected, coverage),
    hazards: mergeHazards(present, hazards.report()),
  };
}

function reportOf(
  findings: readonly Finding[],
  uninspected: readonly Uninspected[],
  coverage: LeakReport['coverage'],
): Omit<LeakReport, 'hazards'> {
  return { findings, uninspected, coverage, verdict: verdictOf(findings, uninspected) };
}
