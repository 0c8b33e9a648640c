import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../page/openScrimPage.ts';
import type { Browsers } from '../compareCapture.ts';
import { recorders } from '../runTruth.ts';
import { isThorough } from '../variants.ts';
import { type FuzzRequest, fuzzCase } from './fuzzCase.ts';

let browsers: Browsers;

beforeAll(async () => {
  browsers = { recorder: await openBrowser(), scrim: await openBrowser() };
});

afterAll(async () => {
  await browsers.recorder.close();
  await browsers.scrim.close();
});

/** A handful of what `scripts/conformanceFuzz.ts` does with as many seeds, and changes, as one has time for. */
const pages: readonly Pick<FuzzRequest, 'seed' | 'changes' | 'oddity'>[] = [
  { seed: 41, changes: 0, oddity: 0.2 },
  ...(isThorough ? [{ seed: 44, changes: 0, oddity: 0.2 }] : []),
];

describe.each(recorders)('%s and Scrim agree on random pages', (recorder) => {
  test.each(pages)('seed $seed', async (page) => {
    const result = await fuzzCase(browsers, { recorder, values: 300, ...page });
    const said = result.differences.map(
      ({ where, recorder: truth, scrim }) => `${where}: sent ${truth}, scrim ${scrim}`,
    );
    expect(said, JSON.stringify(result.options)).toEqual([]);
    expect(result.unsent, result.unsentPlaces.join('\n')).toEqual([]);
    expect(result.unforeseen).toEqual([]);
    expect(result.shown).toBeGreaterThan(0);
  });
});
