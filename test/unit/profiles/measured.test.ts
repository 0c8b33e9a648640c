import { describe, expect, test } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import type { CaptureScan } from '../../../core/capture/captureScan.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import { describeMeasurement } from '../../../core/profiles/documented/describeMeasurement.ts';
import { doubtOldMeasurements } from '../../../core/profiles/documented/doubtOldMeasurements.ts';
import type {
  MeasuredCell,
  MeasuredPolicy,
  Measurement,
} from '../../../core/profiles/documented/measuredPolicy.ts';
import { summaryOfMeasurement } from '../../../core/profiles/documented/measuredSummary.ts';
import { measurementWords } from '../../../core/profiles/documented/measurementWords.ts';
import { profileById, profiles } from '../../../core/profiles/registry.ts';
import { withBuiltIns } from '../../../core/rules/withBuiltIns.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';

const closed = profiles.filter(({ evidence }) => evidence.kind === 'documented');

const sent = { planted: 1, arrived: 1, controls: 1 };
const absent = { planted: 1, arrived: 0, controls: 2 };

function cell(given: Partial<MeasuredCell>): MeasuredCell {
  const effect = given.effect ?? 'send';
  return {
    kind: 'comment',
    state: 'masked',
    effect,
    documented: 'unknown',
    evidence: effect === 'send' ? sent : absent,
    ...given,
  };
}

function measured(cells: readonly MeasuredCell[], more: Partial<Measurement> = {}): MeasuredPolicy {
  return [{ recorder: 'fullstory', date: '2026-11-26', cells, ...more }];
}

const page =
  '<title>Jane Title</title><main class="fs-mask" title="Jane Tip" aria-label="Jane Label"><!--Jane Comment--><p>Jane Text</p></main>';

function play(
  given: MeasuredPolicy | undefined,
  html = page,
  id = 'fullstory',
  options: unknown = {},
): CaptureScan {
  const profile = profileById(id);
  if (!profile) throw new Error('no profile');
  const ruleSet = withBuiltIns(
    { rules: [], groups: [], gaps: [], ...(given ? { measured: given } : {}) },
    profile.offlineRules(),
  );
  return scanSavedPage({
    html: `<!doctype html><body>${html}`,
    url: 'https://shop.example/',
    profile,
    options,
    ruleSet,
  });
}

const treatmentOf = (scan: CaptureScan, channel: string, name?: string) =>
  scan.records.find((record) => record.channel === channel && record.name === name)?.treatment;

describe('a measured entry of the table', () => {
  test('replaces the one that is not documented, and says so in the record', () => {
    const before = play(undefined);
    expect(treatmentOf(before, 'comment')).toBe('unknown');
    const after = play(measured([cell({ effect: 'nothing' })]));
    expect(treatmentOf(after, 'comment')).toBe('excluded');
    const record = after.records.find(({ channel }) => channel === 'comment');
    expect(record).toMatchObject({ policy: 'documented.measured', output: null });
  });

  test('turns no other entry', () => {
    const before = play(undefined).records.filter(({ channel }) => channel !== 'comment');
    const after = play(measured([cell({ effect: 'nothing' })])).records;
    expect(after.filter(({ channel }) => channel !== 'comment')).toEqual(before);
  });

  test('of one attribute is of no other', () => {
    const scan = play(measured([cell({ kind: 'attribute', name: 'aria-label', effect: 'mask' })]));
    expect(treatmentOf(scan, 'attribute', 'aria-label')).toBe('masked');
    expect(treatmentOf(scan, 'attribute', 'title')).toBe('unknown');
  });

  test('shows a leak where the documentation says it is masked', () => {
    const scan = play(measured([cell({ kind: 'text', documented: 'mask' })]));
    const text = scan.records.find(({ channel, part }) => channel === 'text' && part === 1);
    expect(text).toMatchObject({ treatment: 'captured', output: 'Jane Text' });
  });

  test('of another recorder changes nothing', () => {
    const scan = play(measured([cell({ effect: 'nothing' })], { recorder: 'hotjar' }));
    expect(scan.records).toEqual(play(undefined).records);
  });

  test.each(closed.map(({ id }) => id))('is used by the profile of %s', (id) => {
    const profile = profileById(id);
    const rows = profile?.documentedRows?.(profile.parseOptions({}))?.rows;
    const html = '<!--Jane Comment-->';
    expect(treatmentOf(play(undefined, html, id), 'comment')).not.toBe('excluded');
    const cells = (['captured', 'masked', 'excluded'] as const).map((state) =>
      cell({ state, effect: 'nothing', documented: rows?.comment[state] ?? 'unknown' }),
    );
    expect(treatmentOf(play(measured(cells, { recorder: id }), html, id), 'comment')).toBe('excluded');
  });

  test('where only one of two possible states was measured, both stay possible', () => {
    const given = measured([cell({ effect: 'nothing' })], { recorder: 'contentsquare' });
    const rows = profileById('contentsquare')?.documentedRows?.({})?.rows;
    expect(rows?.comment).toMatchObject({ captured: 'send', masked: 'unknown' });
    expect(treatmentOf(play(given, '<!--Jane-->', 'contentsquare'), 'comment')).toBe('unknown');
  });
});

describe('what makes something less careful', () => {
  const relaxing = cell({ effect: 'nothing' });

  test.each([
    ['is old', measured([relaxing], { doubt: 'old' })],
    ['is of another version', measured([relaxing], { doubt: 'other-version' })],
    ['was measured where the table said another thing', measured([{ ...relaxing, documented: 'send' }])],
  ])('does not hold when it %s', (_why, given) => {
    expect(play(given).records).toEqual(play(undefined).records);
  });

  test('and what makes it more careful holds all the same', () => {
    const given = measured([cell({ kind: 'text', documented: 'mask' })], { doubt: 'old' });
    expect(treatmentOf(play(given), 'text')).toBe('captured');
  });

  test('under options that the measurement was not made with, does not hold', () => {
    const html = '<title>Jane Title</title>';
    const given = measured(
      [cell({ kind: 'title', state: 'captured', effect: 'nothing', documented: 'nothing' })],
      {
        recorder: 'logrocket',
      },
    );
    expect(treatmentOf(play(given, html, 'logrocket'), 'title')).toBe('captured');
  });
});

describe('the age of a measurement', () => {
  const one = measured([]);
  test.each([
    ['2026-11-26', undefined],
    ['2027-05-25', undefined],
    ['2027-05-26', 'old'],
    ['2026-11-25', undefined],
    ['2026-11-24', 'old'],
    ['nonsense', 'old'],
  ])('on %s is %s', (today, doubt) => {
    expect(doubtOldMeasurements(one, today)[0]?.doubt).toBe(doubt);
  });

  test('another version of the recorder is told, an unknown one is not made up', () => {
    const [versioned] = [measured([], { version: '1.2.3' })];
    const doubt = (versions: Record<string, string>) =>
      doubtOldMeasurements(versioned ?? [], '2026-11-26', versions)[0]?.doubt;
    expect(doubt({ fullstory: '1.2.4' })).toBe('other-version');
    expect(doubt({ fullstory: '1.2.3' })).toBeUndefined();
    expect(doubt({})).toBeUndefined();
  });
});

describe('a measurement in words', () => {
  const t = createTranslator(en, 'en');
  const wordsOf = (given: MeasuredPolicy) => {
    const profile = profileById('fullstory');
    const described = profile && describeMeasurement(profile, profile.parseOptions({}), given);
    return described ? measurementWords(summaryOfMeasurement(described), t) : [];
  };

  test('names each contradiction, both ways', () => {
    const words = wordsOf(
      measured([
        cell({ kind: 'text', documented: 'mask' }),
        cell({ kind: 'title', effect: 'mask', documented: 'send' }),
        cell({ effect: 'nothing' }),
      ]),
    );
    expect(words).toEqual([
      'Measured on 2026-11-26: 3 entries of the table',
      '2 of them contradict the documentation:',
      'Text, masked: it is sent, though the documentation says it is not',
      'Page title, masked: it is not sent, though the documentation says it is',
    ]);
  });

  test('says that it is old, and names every kind and state in words', () => {
    expect(wordsOf(measured([], { doubt: 'old' })).join(' ')).toContain('more than 180 days');
    const rows = profileById('hotjar')?.documentedRows?.({})?.rows ?? {};
    const missing = Object.keys(rows).filter((kind) => !t.has(`measured.content.${kind}`));
    expect(missing).toEqual([]);
  });
});
