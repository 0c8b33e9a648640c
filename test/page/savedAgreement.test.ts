import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { createPathIndex } from '../../core/capture/pathIndex.ts';
import { profileById } from '../../core/profiles/registry.ts';
import type { RuleSet } from '../../core/rules/rule.ts';
import { scanSavedPage } from '../../core/saved/scanSavedPage.ts';
import { treatmentOf } from '../../core/treatment/treatment.ts';
import { openBrowser, openScrimPage, type ScrimPage } from './openScrimPage.ts';

// The contract between the two matchers: on every page, for every selector, css-select on the saved page either
// marks the very elements that the browser matches, or says that it cannot tell. Where the browser rejects a
// selector, the saved page does too.

const fixtures = new URL('../fixtures/', import.meta.url);
const pages = ['pages', 'shop'].flatMap((folder) =>
  readdirSync(new URL(folder, fixtures))
    .filter((file) => file.endsWith('.html'))
    .map((file) => `${folder}/${file}`),
);

const selectors = [
  '*',
  'p',
  'P',
  '.item',
  '.Item',
  '.card',
  '.Card',
  '#main',
  '#Main',
  'li.item',
  '.a.b',
  '.a-b',
  '[data-x]',
  '[data-x~="b"]',
  '[data-x="a b"]',
  '[data-id^=A]',
  '[data-id="a1" i]',
  '[data-id*="1"]',
  '[class$=c]',
  '[class|=a]',
  'input[type=text]',
  'input[type=TEXT]',
  "[title*='\"']",
  'ul li',
  'ul > li',
  'li + li',
  'li ~ li',
  'table > tr',
  'table tr > td.num',
  'li:first-child',
  'li:last-child',
  'li:nth-child(2n+1)',
  'li:nth-child(2 of .item)',
  'p:nth-of-type(2)',
  'p:only-of-type',
  'p:last-of-type',
  ':root',
  'li:empty',
  'p:empty',
  ':is(ul, ol) li',
  ':where(ul) li',
  'li:not(.item)',
  'li:not(.item, .first)',
  'ul:has(.last)',
  'main:has(> form)',
  'main:has(form:has(input))',
  'main:has(:is(form:has(input), .item))',
  ':is(.item, :bogus)',
  'svg',
  'svg text',
  'svg title',
  'template .item',
  'x-host .item',
  'a:hover',
  'input:checked',
  'input:disabled',
  'a:link',
  ':any-link',
  ':focus-within',
  'p:lang(fr)',
  ':dir(ltr)',
  'p::before',
  ':host',
  'p:first-line',
  'input:required',
  'option:checked',
  ':target',
  ':visited',
  'form input[name=attributes]',
  'body *',
  '.page main',
  '.theme-dark',
  ':contains("x")',
  'a < b',
  '[a!=b]',
  ':button',
  '.1a',
  '#1a',
  'div[',
  '',
  'p,',
  '..a',
  '.a{b',
  '.a;b',
  '>a',
  'a>',
  '[=x]',
  '[a=]',
  '.-',
  '.--',
  '.-1',
  'a/**/b',
  '.\\31 a',
  '[name="attributes" s]',
  '[type="TEXT" i]',
  'ul li:eq(0)',
  'a:not()',
  ':is()',
  '*|p',
  'div:not(:hover) .item',
  'li:not(:hover)',
  '.order-history td.recipient',
  '[data-testid="shipping-address"]',
  '.card-help',
] as const;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

function ruleSetFor(selector: string): RuleSet {
  const rule = {
    id: 'probe',
    name: 'probe',
    selector,
    exceptions: [],
    action: 'mask',
    consent: false,
    scope: 'all',
    platforms: ['web'],
    groupId: '0',
    editable: 'any',
  } as const;
  return { rules: [rule], groups: [], gaps: [] };
}

/** Path -> treatment of every element that the rule itself decided. */
function decidedElements(scan: CaptureScan): Map<string, string> {
  const pathOf = createPathIndex(scan.nodes);
  const decided = new Map<string, string>();
  for (const node of scan.nodes) {
    const decision = scan.decisions[node.decision];
    if (!decision || decision.node !== node.id || decision.winner !== 0) continue;
    decided.set(pathOf(node.id), treatmentOf(decision.possible));
  }
  return decided;
}

function treatments(scan: CaptureScan): Map<string, string> {
  const pathOf = createPathIndex(scan.nodes);
  return new Map(
    scan.nodes.map((node) => [pathOf(node.id), treatmentOf(scan.decisions[node.decision]?.possible ?? 0)]),
  );
}

/** Frames that are files of their own are not in a saved page. */
function inThisFile(path: string, unread: readonly string[]): boolean {
  return !unread.some((frame) => path.startsWith(`${frame} >>>`));
}

describe.each(pages)('%s', (file) => {
  // Both sides look at the page as it was saved: its scripts would change one of them.
  const html = readFileSync(new URL(file, fixtures), 'utf8').replace(
    /<script\b[^>]*>[\s\S]*?<\/script>/gi,
    '',
  );
  let live: ScrimPage;
  beforeAll(async () => {
    live = await openScrimPage(browser, html);
  });
  afterAll(async () => {
    await live.page.close();
  });

  test.each(selectors)('native and saved agree on %j', async (selector) => {
    const profile = profileById('fullstory');
    if (!profile) throw new Error('no profile');
    const ruleSet = ruleSetFor(selector);
    const native = await live.call<CaptureScan>('scan', { profile: 'fullstory', options: {}, ruleSet });
    const saved = scanSavedPage({ html, url: 'about:blank', profile, options: {}, ruleSet });

    const savedKinds = saved.problems.map((problem) => problem.kind);
    if (native.problems.some((problem) => problem.kind === 'invalid-selector')) {
      expect(savedKinds, 'a selector the browser rejects').not.toEqual([]);
      return;
    }
    const unread = saved.uninspected.filter((item) => item.kind === 'frame').map((item) => item.path);
    const expected = [...decidedElements(native).keys()].filter((path) => inThisFile(path, unread));
    const found = decidedElements(saved);
    if (savedKinds.length > 0) {
      // The saved page says that it cannot tell: unknown covers at least what the browser matches, or the rule
      // as a whole is named as not inspected.
      if (saved.uninspected.some((item) => item.kind === 'rules')) return;
      const all = treatments(saved);
      for (const path of expected) expect(all.get(path), path).toBe('unknown');
      return;
    }
    expect([...found.keys()].sort()).toEqual(expected.sort());
  });
});
