import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { benchHtml } from '../bench/benchHtml.ts';
import { bundlePage } from './bundlePage.ts';
import { openBrowser } from './openScrimPage.ts';

const long = Array.from({ length: 1000 }, (_, index) => `.c${index}`).join(',');
const hostile = [
  '*:has(.none)',
  ':has(input)',
  'div:has(~ div .list)',
  '*:has(* *) ~ *',
  '* ~ * ~ * ~ *',
  '.card ~ * ~ p, .card ~ * li',
  ':not(:nth-child(2n of .row ~ .row))',
  'main:has(* ~ * ~ .price)',
  ':is(:has(a), :has(b)) ~ :has(:is(:has(i)))',
  long,
  `:is(${long}) *`,
  'p, /* , */ .lead:has(a)',
  '.x\\,y:has(a), [title=","]:has(b), b',
];

const entry = `
import { createNativeMatcher } from './page/matchRules.ts';
import { previewMatches } from './page/previewMatches.ts';
import { createSelectorCosts } from './page/selectorCosts.ts';

const ruleFor = (selector, index) => ({ id: 'r' + index, name: 'r', selector, exceptions: [], action: 'mask',
  origin: 'custom', certain: true });
const drain = (work) => { let steps = 0; while (!work.next().done) steps += 1; return steps; };

/** Elements on which a matcher and the browser do not agree, and in how many steps the matcher got there. */
globalThis.compare = (selectors) => selectors.map((selector) => {
  const matcher = createNativeMatcher([ruleFor(selector, 0)]);
  const steps = drain(matcher.matchRoot(document));
  const expected = new Set(document.querySelectorAll(selector));
  let wrong = 0;
  for (const element of document.querySelectorAll('*')) {
    const isHit = (matcher.hitsOf(element) ?? []).length;
    if (isHit !== (expected.has(element) ? 1 : 0)) wrong += 1;
    if ((matcher.hitsNow(element) ?? []).length !== isHit && wrong < 9) wrong += 1;
  }
  return { selector: selector.slice(0, 40), found: expected.size, wrong, steps, problems: matcher.problems.length };
});

/** The same selector asked twice on one page, as an editor would. */
globalThis.previewTwice = (selector) => {
  const costs = createSelectorCosts();
  const ask = () => {
    const start = performance.now();
    const work = previewMatches({ roots: [document], selector, exceptions: [], costs });
    let step = work.next();
    while (!step.done) step = work.next();
    return { answer: step.value.problem ?? step.value.matched.length, took: performance.now() - start };
  };
  return [ask(), ask()];
};

/** Elements on which what is found now is not what was found at once. */
globalThis.hitsNowOf = (selectors) => {
  const matcher = createNativeMatcher(selectors.map(ruleFor));
  drain(matcher.matchRoot(document));
  let wrong = 0;
  let hits = 0;
  for (const element of document.querySelectorAll('*')) {
    const told = (found) => JSON.stringify((found ?? []).map(({ rule }) => rule));
    const truth = JSON.stringify(selectors.flatMap((selector, index) => (element.matches(selector) ? [index] : [])));
    if (truth !== '[]') hits += 1;
    if (told(matcher.hitsOf(element)) !== truth || told(matcher.hitsNow(element)) !== truth) wrong += 1;
  }
  return { wrong, hits };
};

/** What a page holds of a rule whose selector has been refused on it. */
globalThis.refused = (selector, others) => {
  const costs = createSelectorCosts();
  costs.refuse(selector, 'in-all');
  const matcher = createNativeMatcher([selector, ...others].map(ruleFor), costs);
  drain(matcher.matchRoot(document));
  const told = (hits) => (hits ?? []).map(({ rule, certain, doubt }) => [rule, certain, doubt ?? '']);
  const [p, li] = ['p.lead', '.list li'].map((one) => document.querySelector(one));
  return { problems: matcher.problems, p: told(matcher.hitsOf(p)), li: told(matcher.hitsOf(li)),
    pNow: told(matcher.hitsNow(p)), liNow: told(matcher.hitsNow(li)) };
};`;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  await page.setContent(benchHtml(3000), { waitUntil: 'load' });
  await page.evaluate(await bundlePage(entry));
});
afterAll(() => browser.close());

interface Compared {
  readonly selector: string;
  readonly found: number;
  readonly wrong: number;
  readonly steps: number;
  readonly problems: number;
}

/** Each rule is valid by itself; joined, the first ones take what follows for a comment or a text. */
const swallowing = ['p:nth-child(2n /* )', 'p:nth-child(n /* x )'];

test('a rule with an open comment or text in it takes no other rule with it', async () => {
  for (const one of swallowing) {
    const call = `hitsNowOf(${JSON.stringify([one, '.lead', 'li'])})`;
    const { wrong, hits } = (await page.evaluate(call)) as { wrong: number; hits: number };
    expect({ one, wrong }).toEqual({ one, wrong: 0 });
    expect(hits).toBeGreaterThan(100);
  }
});

test('a selector that overran once is not run again, and what it cost is said', async () => {
  const wide = await browser.newPage();
  await wide.setContent(`<main>${'<div><p>x</p></div>'.repeat(4000)}</main>`);
  await wide.evaluate(await bundlePage(entry));
  const costly = `:is(${':has(* ~ * ~ *) ~ *,'.repeat(40)}p):has(~ * ~ * ~ *)`;
  const call = `previewTwice(${JSON.stringify(costly)})`;
  const [first, second] = (await wide.evaluate(call)) as { answer: unknown; took: number }[];
  const problem = { kind: 'too-costly', detail: expect.stringMatching(/^longer than \d+ ms/) };
  expect(first?.answer).toEqual(problem);
  expect(second?.answer).toEqual(first?.answer);
  expect(second?.took).toBeLessThan((first?.took ?? 0) / 4);
  // Ten thousand alternatives, a megabyte: an answer, or a reason why there is none.
  const commas = Array.from({ length: 10_000 }, (_, index) => `.c${index}`).join(',');
  for (const long of [commas, `.${'a'.repeat(1_000_000)}`]) {
    const [asked] = (await wide.evaluate(`previewTwice(${JSON.stringify(long)})`)) as { answer: unknown }[];
    if (asked?.answer !== 0) expect(asked?.answer).toEqual(problem);
  }
  await wide.close();
}, 60_000);

test('a selector that is asked in pieces hits what the browser finds at once', async () => {
  const compared = (await page.evaluate(`compare(${JSON.stringify(hostile)})`)) as Compared[];
  expect(compared.filter(({ wrong }) => wrong > 0)).toEqual([]);
  // Without a hit in any of them nothing would have been compared.
  expect(compared.filter(({ found }) => found > 0).length).toBeGreaterThan(8);
}, 60_000);

describe('a selector that was refused', () => {
  test('leaves unknown what it may be meant for, then and later; the other rules are not touched', async () => {
    const call = `refused('.card:has(* *) ~ * p', ['.lead', 'li'])`;
    expect(await page.evaluate(call)).toEqual({
      problems: [
        {
          rule: 0,
          ruleId: 'r0',
          kind: 'too-costly',
          selector: '.card:has(* *) ~ * p',
          detail: 'longer than 2000 ms in all',
          relaxed: 'p',
        },
      ],
      p: [
        [0, false, 'doubt.too-costly'],
        [1, true, ''],
      ],
      li: [[2, true, '']],
      pNow: [
        [0, false, 'doubt.too-costly'],
        [1, true, ''],
      ],
      liNow: [[2, true, '']],
    });
  });
});
