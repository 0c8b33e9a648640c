import { expect, it } from 'vitest';
import type { RedactedText } from '../../../core/findings/finding.ts';
import { verdictOf } from '../../../core/findings/verdictOf.ts';
import { mergePageReports } from '../../../core/report/mergePageReports.ts';
import type { PageReport, ReportedLeak } from '../../../core/report/pageReport.ts';
import { unseenReport } from '../../../core/report/unseenReport.ts';

const frame = { kind: 'frame', path: 'html > body > iframe', reason: 'frame' } as const;

function leak(id: string, more: Partial<ReportedLeak> = {}): ReportedLeak {
  return {
    ...{ id, certainty: 'leak', severity: 'medium', tags: [], confidence: 0.9 },
    kind: { type: 'value', detector: 'email' },
    sample: '•' as RedactedText,
    places: [placeAt('p')],
    ...more,
  };
}

function placeAt(path: string): ReportedLeak['places'][0] {
  return { node: 1, path, channel: 'text', treatment: 'captured', moment: 'snapshot', why: 'no-rule' };
}

function look(more: Partial<PageReport>): PageReport {
  const unseen = unseenReport({ page: 'https://a.example/' }, frame);
  const { leaks = [], uninspected = [] } = more;
  return { ...unseen, loaded: true, uninspected, verdict: verdictOf(leaks, uninspected), ...more };
}

it('keeps what leaked in one look only', () => {
  const merged = mergePageReports(look({ leaks: [leak('a')] }), look({ leaks: [leak('b')] }));
  expect(merged.leaks.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(merged.verdict).toMatchObject({ level: 'red', leaks: 2 });
  expect(merged.looks).toBe(2);
});

it('counts what leaked in both once, with the worse certainty and severity and all its places', () => {
  const mild = leak('a', {
    certainty: 'possible',
    severity: 'critical',
    places: [placeAt('p'), placeAt('q')],
  });
  const bad = leak('a', { places: [placeAt('r')] });
  for (const pair of [
    [mild, bad],
    [bad, mild],
  ] as const) {
    const [one, other] = pair.map((known) => look({ leaks: [known] })) as [PageReport, PageReport];
    const [merged, ...others] = mergePageReports(one, other).leaks;
    expect(others).toEqual([]);
    expect(merged).toMatchObject({ certainty: 'leak', severity: 'medium' });
    expect(merged?.places.map(({ path }) => path).toSorted()).toEqual(['p', 'q', 'r']);
  }
});

it('is never greener than one of its looks: a visit that was not checked stays said', () => {
  const unseen = unseenReport(
    { page: 'https://a.example/' },
    { kind: 'page', path: '', reason: 'left-too-soon' },
  );
  const merged = mergePageReports(unseen, look({}));
  expect(merged.loaded).toBe(true);
  expect(merged.verdict).toMatchObject({ level: 'amber', uninspected: 1 });
  const red = mergePageReports(look({ leaks: [leak('a')] }), unseen);
  expect(red.verdict).toMatchObject({ level: 'red', leaks: 1, uninspected: 1 });
});

it('names what was not inspected once, and adds up looks', () => {
  const once = mergePageReports(look({ uninspected: [frame] }), look({ uninspected: [frame] }));
  expect(once.uninspected).toEqual([frame]);
  expect(mergePageReports(once, once).looks).toBe(4);
});

it('says of a rule that it matched where it matched in any look', () => {
  const rule = (matches: number) => ({ id: 'r', name: 'Rule', matches });
  const merged = mergePageReports(look({ rules: [rule(3)] }), look({ rules: [rule(0)] }));
  expect(merged.rules).toEqual([rule(3)]);
});

it('keeps the coverage of the one look that has any', () => {
  const coverage = { text: { captured: 2, masked: 0, excluded: 0, unknown: 0 } } as PageReport['coverage'];
  const more = { text: { captured: 1, masked: 5, excluded: 0, unknown: 0 } } as PageReport['coverage'];
  expect(mergePageReports(look({}), look({ coverage })).coverage).toEqual(coverage);
  expect(mergePageReports(look({ coverage }), look({ coverage: more })).coverage).toEqual({
    text: { captured: 2, masked: 5, excluded: 0, unknown: 0 },
  });
});
