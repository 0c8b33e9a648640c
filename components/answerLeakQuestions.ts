import { assertNever } from '../core/assertNever.ts';
import type { CaptureScan } from '../core/capture/captureScan.ts';
import { compareScans } from '../core/findings/compareScans.ts';
import { coverageOf } from '../core/findings/coverageOf.ts';
import { type FindLeaksOptions, findLeaks } from '../core/findings/findLeaks.ts';
import { verdictOf } from '../core/findings/verdictOf.ts';
import { findHazards } from '../core/hazards/findHazards.ts';
import type { LeakReport } from './client.ts';
import type { LeakAnswer, LeakQuestion } from './leakQuestions.ts';

/** The worker's whole work. An abandoned question stops at the next chance and gets no answer. */
export function answerLeakQuestions(
  reply: (answer: LeakAnswer) => void,
  breathe: () => Promise<void>,
): (question: LeakQuestion) => void {
  const running = new Set<number>();

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

  return (question) => {
    const { id } = question;
    switch (question.kind) {
      case 'find':
        void answer(id, async () => ({
          kind: 'found',
          id,
          report: await reportFor(question.scan, { breathe, shouldStop: () => !running.has(id) }),
        }));
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

async function reportFor(scan: CaptureScan, options: FindLeaksOptions): Promise<LeakReport> {
  const findings = await findLeaks(scan, options);
  return {
    findings,
    verdict: verdictOf(findings, scan.uninspected),
    coverage: coverageOf(scan),
    hazards: findHazards(scan),
  };
}
