import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndexedRecord, Uninspected } from '../../../core/capture/captureRecord.ts';
import type { CaptureScan } from '../../../core/capture/captureScan.ts';
import { chunkScan, type ScanList } from '../../../core/capture/chunkScan.ts';

const maxLength = 20_000;

function record(output: string, node = 1): IndexedRecord {
  return {
    node,
    part: 1,
    channel: 'text',
    stream: 'replay',
    name: 'aria-label',
    moment: 'snapshot',
    treatment: 'captured',
    output,
    decision: 3,
    policy: 'attribute',
  };
}

const empty = {
  rules: [],
  matchCounts: [],
  problems: [],
  decisions: [],
  nodes: [],
  records: [],
  fields: [],
  uninspected: [],
};

function chunk(scan: Partial<Pick<CaptureScan, ScanList>>) {
  return [...chunkScan({ ...empty, ...scan }, maxLength)];
}

const frame: Uninspected = { kind: 'frame', path: 'html > body > iframe', reason: 'frame' };

describe('chunkScan', () => {
  test('keeps every record, in order, in parts that stay under the length', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 200 }), (outputs) => {
        const records = outputs.map((output, index) => record(output, index));
        const parts = chunk({ records });
        expect(parts.flatMap((part) => part.records ?? [])).toEqual(records);
        expect(parts.flatMap((part) => part.uninspected ?? [])).toEqual([]);
        for (const part of parts) expect(JSON.stringify(part).length).toBeLessThanOrEqual(maxLength);
      }),
      { numRuns: 50 },
    );
  });

  test('bounds every list of a scan, not only its records', () => {
    const decisions = Array.from({ length: 2000 }, (_, node) => ({
      possible: 1,
      winner: -1,
      losers: [],
      node,
      doubts: ['doubt.shadow-rule'],
    }));
    const matchCounts = Array.from({ length: 5000 }, (_, index) => index);
    const parts = chunk({ decisions, matchCounts, uninspected: [frame] });
    expect(parts.flatMap((part) => part.decisions ?? [])).toEqual(decisions);
    expect(parts.flatMap((part) => part.matchCounts ?? [])).toEqual(matchCounts);
    expect(parts.flatMap((part) => part.uninspected ?? [])).toEqual([frame]);
    for (const part of parts) expect(JSON.stringify(part).length).toBeLessThanOrEqual(maxLength);
  });

  test('cuts a value that no part can hold, and says so', () => {
    const parts = chunk({ records: [record('\u0001'.repeat(50_000))], uninspected: [frame] });
    expect(parts.flatMap((part) => part.uninspected ?? [])).toMatchObject([
      frame,
      { kind: 'partial', reason: 'value-too-long' },
    ]);
    for (const part of parts) expect(JSON.stringify(part).length).toBeLessThanOrEqual(maxLength);
  });

  test('gives one part when there is nothing to send', () => {
    expect(chunk({})).toEqual([{}]);
  });
});
