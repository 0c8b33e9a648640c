import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../page/openScrimPage.ts';
import { type Browsers, compareCapture } from './compareCapture.ts';
import { knownDifferences } from './knownDifferences.ts';
import { plantedPage, wholeStory } from './plantedPage.ts';
import { recorders } from './runTruth.ts';
import { type ServedPage, servePlantedPage } from './servePlantedPage.ts';
import { variantsOf } from './variants.ts';

const page = plantedPage();
let browsers: Browsers;
let served: ServedPage;

beforeAll(async () => {
  browsers = { recorder: await openBrowser(), scrim: await openBrowser() };
  served = await servePlantedPage(page);
});

afterAll(async () => {
  await browsers.recorder.close();
  await browsers.scrim.close();
  await served.close();
});

test('the page holds at least 300 values, each only once', () => {
  expect(page.values.length).toBeGreaterThanOrEqual(300);
  expect(new Set(page.values.map((value) => value.token)).size).toBe(page.values.length);
  for (const { token } of page.values)
    expect((page.html + page.address + page.foreign).split(token).length).toBe(2);
});

describe.each(recorders)('%s and Scrim agree', (recorder) => {
  test.each(variantsOf(recorder))('$name', async (variant) => {
    const result = await compareCapture(browsers, variant, { ...page, url: served.url, watch: wholeStory });
    const unexplained = result.differences.filter(
      ({ where }) => !knownDifferences.some((known) => known.recorder === recorder && known.where === where),
    );
    const agreed = result.values - result.differences.length;
    const masked = result.masked - result.unsent.length;
    console.log(
      `${recorder}, ${variant.name}: ${agreed}/${result.values} values, ${masked}/${result.masked} masked strings`,
    );
    expect(
      unexplained.map(({ where, recorder: truth, scrim }) => `${where}: sent ${truth}, scrim ${scrim}`),
    ).toEqual([]);
    expect(result.unsent).toEqual([]);
    // Neither of the two can be right by saying the same of everything.
    expect(result.shown).toBeGreaterThan(0);
    expect(result.shown).toBeLessThan(result.values);
  });
});
