import { describe, expect, it } from 'vitest';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';
import { judgeSeeds } from '../../../scripts/leaks/seeded/judgeSeeds.ts';
import { seededRecorders } from '../../../scripts/leaks/seeded/seededRecorders.ts';
import { seedPage } from '../../../scripts/leaks/seeded/seedPage.ts';
import { seedPlaces } from '../../../scripts/leaks/seeded/seedPlaces.ts';

/** Our own pages, of other shapes and languages: what `npm run bench:leaks` does on many real ones. */
const pages = [
  '<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body><main><section><h1>Shop</h1><div><p>Shirts</p></div></section></main></body></html>',
  '<!doctype html><html lang="de"><head></head><body><table><tr><td>Bestellung</td><td>Menge</td></tr></table><ul><li>Hemd</li><li>Hose</li></ul></body></html>',
  '<html lang="ja"><head></head><body><article><p>ご注文ありがとうございます</p></article><footer><div>店</div></footer></body></html>',
];
const places = seedPlaces.filter(({ isLive }) => !isLive);
const recorders = seededRecorders();
const seeds = [11, 12, 13, 14];

function scanned(html: string, index: number) {
  const { profile, options } = recorders[index % recorders.length] ?? {};
  if (!profile) throw new Error('no recorder');
  const ruleSet = profile.offlineRules();
  return scanSavedPage({ html, url: 'https://shop.example/page', profile, options, ruleSet });
}

describe('values planted in every place of a page', () => {
  const runs = pages.flatMap((html, page) => seeds.map((seed) => [page, seed, html] as const));

  it.each(runs)('are found wherever they are sent: page %i, seed %i', async (page, seed, html) => {
    const planted = seedPage(html, places, seed * 31 + page);
    const verdicts = await judgeSeeds(scanned(planted.html, seed + page), planted.seeds);
    const sent = verdicts.filter(({ isSent }) => isSent);
    expect(sent.length).toBeGreaterThan(50);
    const missed = sent.filter(({ isFound }) => !isFound);
    expect(missed.map(({ seed: { place, value } }) => `${place}: ${value.written}`)).toEqual([]);
    expect(sent.filter(({ isKindRight }) => !isKindRight)).toEqual([]);
    expect(verdicts.filter(({ isSent, isFound }) => isFound && !isSent)).toEqual([]);
  });

  it('are planted in all places, and all places are sent by some recorder', async () => {
    const sent = new Set<string>();
    for (const [page, seed, html] of runs) {
      const planted = seedPage(html, places, seed * 31 + page);
      for (const verdict of await judgeSeeds(scanned(planted.html, seed + page), planted.seeds))
        if (verdict.isSent) sent.add(verdict.seed.place);
    }
    // No recorder here sends code: rrweb and its forks put a placeholder there, the others leave it out.
    const unsent = new Set(['inline script']);
    expect(places.map(({ id }) => id).filter((id) => !sent.has(id) && !unsent.has(id))).toEqual([]);
  });

  it('are one leak with several places when they stand in several', async () => {
    const html =
      '<p>Mail jane.roe@example.com</p><a href="mailto:jane.roe%40example.com">x</a><p data-u="eyJtIjoiamFuZS5yb2VAZXhhbXBsZS5jb20ifQ==">x</p><p>jane.roe@<b>exam</b>ple.com</p>';
    const [verdict] = await judgeSeeds(scanned(html, 1), [
      {
        place: '',
        html,
        sent: ['jane.roe@example.com'],
        value: { kind: 'email', written: 'jane.roe@example.com' },
      },
    ]);
    expect(verdict).toMatchObject({ isSent: true, isFound: true, findings: 1 });
  });
});
