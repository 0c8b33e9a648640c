import { describe, expect, it } from 'vitest';
import type { IndexedRecord } from '../../../core/capture/captureRecord.ts';
import type { CaptureScan } from '../../../core/capture/captureScan.ts';
import type { Treatment } from '../../../core/treatment/treatment.ts';
import type { PlantedValue } from '../../../core/visitor/plantedValue.ts';
import { createWireTally } from '../../../core/wire/createWireTally.ts';
import { notSeen } from '../../../core/wire/notSeen.ts';
import { predictPlanted } from '../../../core/wire/predictPlanted.ts';

const value: PlantedValue = {
  kind: 'email',
  value: 'joerdis.kjaer@example.org',
  path: 'html > body > input',
};

function scanOf(
  ...said: readonly (readonly [Treatment, string | null, IndexedRecord['channel']?])[]
): CaptureScan {
  const steps = ['html', 'body', 'input'];
  return {
    nodes: steps.map((step, id) => ({ id, parent: id - 1, step, decision: 0 })),
    records: said.map(([treatment, output, channel = 'value']) => ({
      node: 2,
      part: 0,
      channel,
      stream: 'replay',
      moment: 'snapshot',
      treatment,
      output,
      decision: 0,
    })),
  } as unknown as CaptureScan;
}

const predicted = (scan: CaptureScan, planted = value) => predictPlanted(scan, [planted])[0];

describe('what the simulation says of a planted value', () => {
  it('is captured where it stands in something that is sent, anywhere', () => {
    expect(
      predicted(scanOf(['masked', '***'], ['captured', 'hello joerdis.kjaer@example.org!', 'text'])),
    ).toBe('captured');
    expect(predicted(scanOf(['captured', 'https://x.example/?m=joerdis.kjaer%40example.org', 'url']))).toBe(
      'captured',
    );
  });

  it('is unknown where it may be sent', () => {
    expect(predicted(scanOf(['unknown', value.value]))).toBe('unknown');
    expect(predicted(scanOf(['unknown', null]))).toBe('unknown');
  });

  it('is what became of its place where it is not sent', () => {
    expect(predicted(scanOf(['masked', '*************************']))).toBe('masked');
    expect(predicted(scanOf(['excluded', null]))).toBe('excluded');
  });

  it('is excluded where nothing of the simulation knows it', () => {
    expect(predicted(scanOf(), { kind: 'email', value: value.value })).toBe('excluded');
  });
});

describe('the tally', () => {
  const looked = {
    receiver: { origin: 'https://r.example', isThirdParty: true, recorder: 'rrweb' },
    carrier: 'fetch',
    bytes: 10,
    hits: [{ value: 0, match: 'part', encodings: ['gzip'] }],
    planted: [value],
    gaps: ['media'],
  } as const;

  it('puts together what arrived in several messages, the unpredicted first', () => {
    const tally = createWireTally();
    tally.add({ ...looked, receiver: { origin: 'https://own.example', isThirdParty: false } });
    tally.add({ ...looked, predicted: ['masked'] });
    tally.add({
      ...looked,
      predicted: ['masked'],
      carrier: 'beacon',
      hits: [{ ...looked.hits[0], match: 'whole' }],
    });
    const { arrivals, messages, notInspected } = tally.report();
    expect(messages).toBe(3);
    expect(notInspected.map(({ count }) => count)).toEqual([1, 1, 1]);
    expect(arrivals[0]).toMatchObject({
      id: 'email https://r.example rrweb masked',
      isUnpredicted: true,
      carriers: ['fetch', 'beacon'],
      match: 'whole',
      count: 2,
    });
    expect(arrivals[1]).toMatchObject({ predicted: null, isUnpredicted: false });
  });

  it('names kinds and never the value', () => {
    const tally = createWireTally();
    tally.add({ ...looked, predicted: ['captured'] });
    expect(JSON.stringify(tally.report())).not.toContain('joerdis');
  });

  it('tells what is said to be sent and was not seen', () => {
    const planted: PlantedValue[] = [
      value,
      { kind: 'country', value: 'Germany' },
      { kind: 'tel', value: '+49 30 901820' },
    ];
    const said: Treatment[] = ['captured', 'captured', 'unknown'];
    expect(notSeen({ planted, predicted: said }, new Set([0]))).toEqual([
      { kind: 'tel', predicted: 'unknown', count: 1 },
    ]);
    expect(notSeen({ planted, predicted: said }, new Set())).toHaveLength(2);
  });
});
