import { describe, expect, it } from 'vitest';
import { createKeptPage } from '../../../core/saved/createKeptPage.ts';
import { nameShape } from '../../../core/saved/nameShape.ts';
import { parseSavedPage } from '../../../core/saved/savedPage.ts';
import { readSavedSelector } from '../../../core/saved/savedSelector.ts';
import { createSavedSelect } from '../../../core/saved/selectSaved.ts';
import { snapshotOf } from './snapshotOf.ts';

const html = `<!doctype html><html><body class="shop">
  <p>Welcome back, Zorblax! Order 884-231.</p>
  <div class="card user-zorblax"><a class="button primary" href="/account">Account</a></div>
  <div class="card order-884231" data-testid="order-card"><b class="label">x</b></div>
  <div class="card" data-customer="Quintrell"><i class="hover:bg-blue-500 icon">y</i></div>
  <form><input type="checkbox" checked name="address[street]"><input type="text" name="email" value="a@b.org"></form>
  <svg viewBox="0 0 1 1"></svg>
  <x-zorblax><span class="label">z</span></x-zorblax>
</body></html>`;

async function counts(selector: string) {
  const page = createKeptPage(await snapshotOf(html));
  const { sure = -1, maybe = -1 } = page.count(selector) ?? {};
  return [sure, maybe];
}

describe('a selector on a saved page', () => {
  it.each([
    // Everything it names was kept, or could not have been hidden here.
    ['.card', 3, 0],
    ['.card .button.primary', 1, 0],
    ['.newsletter', 0, 0],
    ['[data-testid=order-card]', 1, 0],
    ['input[name="address[street]"]', 1, 0],
    ['input[type=text]', 1, 0],
    ['div:not(.shop)', 3, 0],
    ['[href]', 1, 0],
    ['[data-customer]', 1, 0],
    ['.card:first-of-type', 1, 0],
    // A test of something that was not kept: never silently no match.
    ['.user-zorblax', 0, 1],
    ['.user-quintrell', 0, 1],
    ['.order-884231', 0, 1],
    ['[data-customer=Quintrell]', 0, 1],
    ['[data-customer=order]', 0, 0],
    ['[href="/account"]', 0, 1],
    ['[href^="/acc"]', 0, 1],
    ['a[href=""]', 0, 0],
    ['[class*=zorb]', 0, 3],
    ['[class*=card]', 3, 1],
    ['x-zorblax', 0, 1],
    ['x-zorblax .label', 0, 1],
    ['.user-zorblax .button', 0, 1],
    ['div:not(.user-zorblax)', 2, 1],
    ['div:not(:not(.user-zorblax))', 0, 1],
    ['body:has(.user-zorblax)', 0, 1],
    ['.card:is(.order-884231, .primary)', 0, 1],
    ['input[checked]', 0, 1],
    ['input:checked', 0, 2],
    ['a:hover', 0, 1],
    ['.card:not(.user-zorblax) b', 1, 0],
    // Names of attributes are compared without case, and values of some.
    ['[TYPE=TEXT]', 1, 0],
    ['[Data-TestId=order-card]', 1, 0],
    ['svg[viewBox]', 1, 0],
    ['svg[viewBox="0 0 1 1"]', 0, 1],
    // A browser reads a comment or a text to the end, css-what two alternatives.
    ['.none:nth-child(2n /* ), .card', 0, 3],
    ['.none:lang("), .card:lang(")', 0, 3],
    ['|p', 0, 1],
  ])('%s: %i for sure, %i perhaps', async (selector, sure, maybe) => {
    expect(await counts(selector)).toEqual([sure, maybe]);
  });

  it('is invalid where browsers reject it', async () => {
    const page = createKeptPage(await snapshotOf(html));
    for (const selector of [
      'div[',
      'p:nth-child(foo)',
      'p:nth-child()',
      'p:nth-child(2n+)',
      'p:nth-child(2 of)',
    ])
      expect([selector, page.count(selector)]).toEqual([selector, undefined]);
  });

  it('an exception that tests what was not kept leaves its matches in doubt', async () => {
    const page = createKeptPage(await snapshotOf(html));
    expect(page.count('.card', ['.order-884231'])).toEqual({ sure: 2, maybe: 1 });
    expect(page.count('.card', ['[data-testid=order-card]'])).toEqual({ sure: 2, maybe: 0 });
    expect(page.count('.card', ['div['])).toEqual({ sure: 0, maybe: 3 });
  });
});

describe('what was not kept', () => {
  it('bounds the truth: sure matches are matches, and every match is sure or perhaps', async () => {
    const page = parseSavedPage(html, 'https://shop.example.com/');
    const truth = createSavedSelect(page);
    const kept = createKeptPage(await snapshotOf(html));
    const parts =
      '* div a .card .label .user-zorblax .order-884231 x-zorblax [href] [checked] [data-customer=Quintrell] [class~=icon] [class^=card] [name=email] [name$="]"]'.split(
        ' ',
      );
    const selectors = [
      ...parts,
      ...parts.flatMap((one) => parts.map((other) => `${one} ${other}`)),
      ...parts.flatMap((one) => parts.map((other) => `${other}:not(${one})`)),
      ...parts.map((one) => `div:has(${one})`),
      ...parts.map((one) => `div:not(:has(${one}))`),
    ];
    for (const selector of selectors) {
      const read = readSavedSelector(selector);
      if (read.kind === 'invalid') throw new Error(selector);
      const real = truth(read.parts, page.document).sure.length;
      const found = kept.count(selector) ?? { sure: Number.NaN, maybe: Number.NaN };
      expect(found.sure, selector).toBeLessThanOrEqual(real);
      expect(found.sure + found.maybe, selector).toBeGreaterThanOrEqual(real);
    }
  });

  it('a shape is its own shape, and holds no word outside the vocabulary', () => {
    for (const name of [
      'user-zorblax',
      'orderZorblax12',
      'a1b2c3',
      'JaneDoe',
      'Ünïcode',
      'md:w-1/2',
      'x'.repeat(300),
    ]) {
      const shape = nameShape(name);
      expect(nameShape(shape)).toBe(shape);
      expect(shape).not.toMatch(/zorblax|jane|doe|ünï/i);
    }
    expect(nameShape('user-zorblax')).toBe('user-•');
    expect(nameShape('order-123456')).toBe('order-•');
  });
});
