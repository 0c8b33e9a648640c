import { describe, expect, it } from 'vitest';
import { compareScans } from '../../../core/findings/compareScans.ts';
import { coverageOf } from '../../../core/findings/coverageOf.ts';
import type { Finding } from '../../../core/findings/finding.ts';
import { verdictOf } from '../../../core/findings/verdictOf.ts';
import { scanOf } from './scanOf.ts';

const nodes = [[1, 0, 'p']] as const;
const shown = { node: 1, channel: 'text', output: 'jane@example.com' } as const;
const masked = { ...shown, output: 'xxxxxxxxxxxxxxxx', treatment: 'masked' } as const;
const doubtful = { ...shown, treatment: 'unknown' } as const;

function compare(
  before: typeof shown | typeof masked | typeof doubtful,
  after: typeof shown | typeof masked | typeof doubtful,
) {
  return compareScans(scanOf({ nodes, records: [before] }), scanOf({ nodes, records: [after] }));
}

describe('compareScans', () => {
  it('lists what becomes hidden, with a redacted sample', () => {
    expect(compare(shown, masked)).toEqual({
      newlyHidden: [
        {
          node: 1,
          channel: 'text',
          part: 1,
          moment: 'snapshot',
          before: 'captured',
          after: 'masked',
          detector: 'email',
          sample: 'j•••@•••.com',
        },
      ],
      maybeHidden: [],
      newlyVisible: [],
      unchanged: 0,
    });
  });
  it('lists what becomes visible', () => {
    expect(compare(masked, shown).newlyVisible).toMatchObject([
      { before: 'masked', after: 'captured', sample: 'j•••@•••.com' },
    ]);
  });
  it('counts masked to unknown as visible, and captured to unknown as perhaps hidden, never as hidden', () => {
    expect(compare(masked, doubtful).newlyVisible).toHaveLength(1);
    expect(compare(shown, doubtful)).toMatchObject({ newlyHidden: [], maybeHidden: [{ after: 'unknown' }] });
  });
  it('lists nothing when nothing changed, and counts what stays', () => {
    const none = { newlyHidden: [], maybeHidden: [], newlyVisible: [] };
    expect(compare(shown, shown)).toEqual({ ...none, unchanged: 1 });
  });
  it('counts a record that is no longer made as hidden, and leaves out elements only one scan saw', () => {
    const full = scanOf({ nodes, records: [shown] });
    expect(compareScans(full, scanOf({ nodes, records: [] })).newlyHidden).toMatchObject([
      { after: 'excluded' },
    ]);
    expect(compareScans(scanOf({ records: [] }), full).newlyVisible).toEqual([]);
  });
});

describe('coverageOf', () => {
  it('counts every record once, by channel and treatment', () => {
    const coverage = coverageOf(
      scanOf({ nodes, records: [shown, masked, { ...shown, channel: 'attribute' }] }),
    );
    expect(coverage.text).toEqual({ captured: 1, masked: 1, excluded: 0, unknown: 0 });
    expect(coverage.attribute.captured).toBe(1);
    expect(coverage.console.captured).toBe(0);
  });
});

describe('verdictOf', () => {
  const finding = (certainty: Finding['certainty']) => ({ certainty }) as Finding;
  const frame = { kind: 'frame', path: 'iframe', reason: 'cross-origin' } as const;

  it.each([
    ['red', [finding('leak'), finding('possible')], [frame]],
    ['amber', [finding('possible')], []],
    ['amber', [], [frame]],
    ['green', [], []],
  ] as const)('is %s', (level, findings, uninspected) => {
    expect(verdictOf(findings, uninspected).level).toBe(level);
  });
  it('counts leaks, possible leaks and what was not inspected apart', () => {
    expect(verdictOf([finding('leak'), finding('possible'), finding('possible')], [frame])).toEqual({
      level: 'red',
      leaks: 1,
      possibleLeaks: 2,
      uninspected: 1,
    });
  });
});
