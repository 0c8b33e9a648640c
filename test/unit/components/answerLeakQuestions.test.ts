import { describe, expect, test } from 'vitest';
import { answerLeakQuestions } from '../../../components/answerLeakQuestions.ts';
import type { DatedLeakSettings } from '../../../components/client.ts';
import { createLeakFinder, type LeakWorkerLike } from '../../../components/createLeakFinder.ts';
import type { LeakAnswer, LeakQuestion } from '../../../components/leakQuestions.ts';
import { readLeakSettings } from '../../../core/leakSettings/readLeakSettings.ts';
import { record, scanOf } from '../findings/scanOf.ts';

const today = '2026-11-25';
const policy = { name: 'policy-id', pattern: 'P-\\d{6}', examples: { found: ['P-123456'] } };
const signal = new AbortController().signal;

/** The worker's work without a worker. */
function openFinder() {
  let heard: (event: { data: LeakAnswer }) => void = () => undefined;
  const answer = answerLeakQuestions({
    reply: (data) => heard({ data: structuredClone(data) }),
    breathe: () => Promise.resolve(),
    now: () => 0,
  });
  const worker = {
    postMessage: (question: LeakQuestion) => answer(structuredClone(question)),
    addEventListener: (type: string, listener: unknown) => {
      if (type === 'message') heard = listener as typeof heard;
    },
    terminate: () => undefined,
  };
  return createLeakFinder(() => worker as LeakWorkerLike, signal);
}

const settingsOf = (detectors: readonly unknown[], suppressions: readonly unknown[]): DatedLeakSettings => ({
  settings: readLeakSettings({ detectors, suppressions }, today),
  today,
});
const scan = scanOf({
  nodes: [
    [1, 0, 'p:nth-child(1)'],
    [2, 0, 'p:nth-child(2)'],
  ],
  records: [
    { node: 1, channel: 'text', output: 'jane.roe@example.org' },
    { node: 2, channel: 'text', output: 'P-445566' },
  ],
});
const accepted = { id: 's1', detector: 'email', reason: 'ours', expires: '2027-01-01' };

describe('the leak worker', () => {
  test('runs the org’s detectors and takes out what it accepts; the verdict is on the rest', async () => {
    const report = await openFinder().find(scan, signal, { leaks: settingsOf([policy], [accepted]) });
    expect(report.findings).toMatchObject([{ kind: { detector: 'custom:policy-id' } }]);
    expect(report.suppressed).toMatchObject([{ by: ['s1'] }]);
    expect(report.verdict).toMatchObject({ level: 'red', leaks: 1 });
  });

  test('is amber, never green, where a detector is broken', async () => {
    const leaks = settingsOf(
      [{ ...policy, pattern: 'a[' }],
      [accepted, { ...accepted, id: 's2', detector: 'phone' }],
    );
    const report = await openFinder().find(scan, signal, { leaks });
    expect(report.verdict).toMatchObject({ level: 'amber', leaks: 0, uninspected: 1 });
    expect(report.settingsProblems).toMatchObject([{ code: 'pattern-invalid' }]);
    expect(report.suppressions.map(({ state }) => state)).toEqual(['used', 'unused']);
  });

  test('suppresses no uninspected frame', async () => {
    const uninspected = [{ kind: 'frame', path: '', reason: 'frame' }] as const;
    const all = { id: 's1', page: '*', reason: 'ours', expires: '2027-01-01' };
    const report = await openFinder().find({ ...scan, uninspected }, signal, {
      leaks: settingsOf([], [all]),
    });
    expect(report.verdict).toMatchObject({ level: 'amber', leaks: 0, uninspected: 1 });
  });

  test('goes on with both in a recording', async () => {
    const finder = openFinder();
    const leaks = settingsOf([policy], [{ ...accepted, selector: '.toast' }]);
    await finder.find(scan, signal, { recording: 4, leaks });
    const report = await finder.addLate(4, [
      {
        nodes: [{ id: 9, parent: 0, step: 'p:nth-child(3)', decision: 0 }],
        records: [
          record({ node: 9, channel: 'attribute', name: 'class', output: 'toast', moment: 'mutation' }),
          record({ node: 9, channel: 'text', output: 'kim@example.org', moment: 'mutation' }),
          record({ node: 9, channel: 'text', part: 2, output: 'P-778899', moment: 'mutation' }),
        ],
      },
    ]);
    expect(report.findings.map(({ kind }) => kind.type === 'value' && kind.detector)).toEqual([
      'email',
      'custom:policy-id',
      'custom:policy-id',
    ]);
    expect(report.suppressed).toMatchObject([{ finding: { places: [{ node: 9 }] } }]);
  });

  test('tries a detector that is being written, and shows nothing of what it finds', async () => {
    const finder = openFinder();
    const trial = await finder.tryDetector(scan, policy, signal);
    expect(trial).toEqual({ count: 1, samples: ['••••••'], stopped: false });
    expect(await finder.tryDetector(scan, { ...policy, pattern: '(?=a)' }, signal)).toMatchObject({
      problem: { code: 'pattern-unsupported' },
    });
  });
});
