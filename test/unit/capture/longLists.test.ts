import { expect, test } from 'vitest';
import { fullstory } from '../../../core/profiles/fullstory.ts';
import type { Profile } from '../../../core/profiles/profile.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';

const rows = 10_000;

function textsOf(html: string): (string | null)[] {
  const profile = fullstory as Profile;
  const scan = scanSavedPage({
    html: `<!doctype html><title>x</title>${html}`,
    url: 'http://shop.test/',
    profile,
    options: {},
    ruleSet: profile.offlineRules(),
  });
  return scan.records.filter(({ channel }) => channel === 'text').map(({ output }) => output);
}

test('a list that is gone through in pieces is recorded as any other, in document order', () => {
  const html = Array.from({ length: rows }, (_, at) => `<li>${at}</li>`).join('');
  expect(textsOf(`<ul>${html}</ul>`)).toEqual(Array.from({ length: rows }, (_, at) => String(at)));
});

test('the shadow root of a host with many children comes before them', () => {
  const children = Array.from({ length: rows }, (_, at) => `<i>${at}</i>`).join('');
  const html = `<x-a><template shadowrootmode="open"><b>in the root</b></template>${children}</x-a>`;
  const texts = textsOf(html);
  expect(texts[0]).toBe('in the root');
  expect(texts).toHaveLength(rows + 1);
});
