import { describe, expect, test } from 'vitest';
import { createRecordingFindings } from '../../../core/findings/createRecordingFindings.ts';
import { record, scanOf } from './scanOf.ts';

const nodes = [
  [1, 0, 'body'],
  [2, 1, 'p'],
] as const;
const first = scanOf({ nodes, records: [{ node: 2, channel: 'text', output: 'Hello' }] });
/** Indexes of a recording continue those of its first look. */
const next = first.decisions.length;
const decision = { possible: 1, winner: -1, losers: [], node: 0, doubts: [] };

function late(node: number, output: string, channel: 'text' | 'value' = 'text') {
  return {
    nodes: [{ id: node, parent: 1, step: 'p:nth-child(9)', decision: next }],
    decisions: [decision],
    records: [record({ node, channel, output, moment: 'mutation', decision: next })],
  };
}

async function recording() {
  const findings = createRecordingFindings(first);
  await findings.look(first, {});
  return findings;
}

describe('findings of a recording', () => {
  test('what came and went is kept, with its place, and said to be past', async () => {
    const findings = await recording();
    findings.late(late(9, 'jane@example.org'));
    const [found] = findings.report().findings;
    expect(found?.places).toMatchObject([
      { node: 9, path: 'body > p:nth-child(9)', moment: 'mutation', isPast: true },
    ]);
    await findings.look(first, {});
    expect(findings.report().findings).toHaveLength(1);
  });

  test('what the next look finds too is there, once', async () => {
    const findings = await recording();
    findings.late(late(9, 'jane@example.org'));
    const now = scanOf({
      nodes: [...nodes, [9, 1, 'p:nth-child(2)']],
      records: [{ node: 9, channel: 'text', output: 'jane@example.org' }],
    });
    await findings.look(now, {});
    const { findings: found } = findings.report();
    expect(found).toHaveLength(1);
    expect(found[0]?.places).toHaveLength(1);
    expect(found[0]?.places[0].isPast).toBeUndefined();
  });

  test('a value that is typed letter by letter is one finding, the last', async () => {
    const findings = await recording();
    for (const text of ['jane@example.co', 'jane@example.com', 'jane@example.com.au'])
      findings.late(late(9, text, 'value'));
    const { findings: found } = findings.report();
    expect(found).toHaveLength(1);
    expect(found[0]?.sample).toContain('.au');
  });

  test('masked changes are no finding', async () => {
    const findings = await recording();
    const part = late(9, 'jane@example.org');
    findings.late({
      ...part,
      records: part.records.map((one) => ({ ...one, treatment: 'masked' as const })),
    });
    expect(findings.report().findings).toEqual([]);
  });

  test('what could not be followed is told once', async () => {
    const findings = await recording();
    const gap = { kind: 'partial', path: '', reason: 'recording-gap' } as const;
    findings.late({ uninspected: [gap] });
    findings.late({ uninspected: [gap] });
    expect(findings.report().uninspected).toEqual([gap]);
  });

  test('a page that leaks something new for ever is stopped, and that is said', async () => {
    const findings = await recording();
    for (let i = 0; i < 5100; i += 1) findings.late(late(9 + i, `jane${i}@example.org`));
    const { uninspected } = findings.report();
    expect(uninspected).toContainEqual(expect.objectContaining({ reason: 'recording-too-long' }));
  });
});
