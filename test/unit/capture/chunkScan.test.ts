import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndexedRecord, Uninspected } from '../../../core/capture/captureRecord.ts';
import { chunkScan } from '../../../core/capture/chunkScan.ts';

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

function chunk(records: readonly IndexedRecord[]) {
  const cut: Uninspected[] = [];
  const parts = [...chunkScan({ nodes: [], records, fields: [] }, maxLength, (item) => cut.push(item))];
  return { parts, cut };
}

describe('chunkScan', () => {
  test('keeps every record, in order, in parts that stay under the length', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 200 }), (outputs) => {
        const records = outputs.map((output, index) => record(output, index));
        const { parts, cut } = chunk(records);
        expect(parts.flatMap((part) => part.records)).toEqual(records);
        expect(cut).toEqual([]);
        for (const part of parts) expect(JSON.stringify(part).length).toBeLessThanOrEqual(maxLength);
      }),
      { numRuns: 50 },
    );
  });

  test('cuts a value that no part can hold, and says so', () => {
    const { parts, cut } = chunk([record('\u0001'.repeat(50_000))]);
    expect(cut).toMatchObject([{ kind: 'partial', reason: 'value-too-long' }]);
    for (const part of parts) expect(JSON.stringify(part).length).toBeLessThanOrEqual(maxLength);
  });

  test('gives one part when there is nothing to send', () => {
    expect(chunk([]).parts).toEqual([{ nodes: [], records: [], fields: [] }]);
  });
});
