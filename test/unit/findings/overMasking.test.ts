import { describe, expect, test } from 'vitest';
import { findLeaks } from '../../../core/findings/findLeaks.ts';
import { findOverMasking } from '../../../core/findings/findOverMasking.ts';
import type { RuleAction } from '../../../core/rules/rule.ts';
import { simulate } from '../profiles/simulate.ts';

type Ask = { readonly selector: string; readonly action: RuleAction };

/** What is listed of a page: kind, how many, and the proposal. */
async function listed(html: string, rules: readonly Ask[]) {
  const { scan } = simulate(html, rules);
  return findOverMasking(scan, await findLeaks(scan)).map(({ content, count, proposal }) => [
    content,
    count,
    ...(proposal ? [proposal.kind, 'selector' in proposal ? proposal.selector : ''] : ['nothing']),
  ]);
}
const masked = { selector: '.box', action: 'mask' } as const;

describe('what is hidden needlessly', () => {
  test('is named by rule and kind, with what would show it', async () => {
    const html =
      '<div class="box"><h1>Orders</h1><h2>Open</h2><nav><a href="/a">All</a></nav><button>Print</button></div>';
    expect(await listed(html, [masked])).toEqual([
      ['heading', 2, 'unmask', '.box :is(h1, h2)'],
      ['navigation', 1, 'nothing'],
      ['button', 1, 'unmask', '.box button'],
    ]);
  });

  test.each([
    ['a field in it', '<div class="box"><nav>Find <input name="q"></nav></div>'],
    ['a label around a field', '<div class="box"><label>Card number <input name="cc"></label></div>'],
    ['a picture in it', '<div class="box"><button><img src="/me.png"> Jane</button></div>'],
    ['a frame in it', '<div class="box"><nav>Menu <iframe src="/x"></iframe></nav></div>'],
    ['a component in it', '<div class="box"><nav>Menu <user-menu></user-menu></nav></div>'],
    ['a heading of a list', '<div class="box"><ul><li><h3>Jane Roe</h3></li></ul></div>'],
    ['a row’s heading', '<div class="box"><table><tbody><tr><th>Jane Roe</th></tr></tbody></table></div>'],
    ['an article’s heading', '<div class="box"><article><h2>Jane Roe</h2></article></div>'],
    ['plain text', '<div class="box"><p>Hello Jane</p></div>'],
    ['nothing to read', '<div class="box"><h1> </h1></div>'],
    ['a finding in an attribute', '<div class="box"><h1 data-owner="jane.roe@example.org">Orders</h1></div>'],
    ['a part that is sent', '<div class="box"><h1>Orders <b class="fs-unmask">today</b></h1></div>'],
  ])('is not %s', async (_what, html) => {
    expect(await listed(html, [masked])).toEqual([]);
  });

  test('is not what a rule names itself, unless it names very much', async () => {
    const rule = { selector: 'h2', action: 'mask' } as const;
    expect(await listed('<main><h2>Jane Roe</h2></main>', [rule])).toEqual([]);
    const many = '<h2>Part</h2>'.repeat(25);
    expect(await listed(`<main>${many}</main>`, [rule])).toEqual([['heading', 25, 'exception', 'h2']]);
  });

  test('is not proposed to be shown where the same selector would show data too', async () => {
    const html = '<div class="box"><h2>Orders</h2><ul><li><h2>Jane Roe</h2></li></ul></div>';
    expect(await listed(html, [masked])).toEqual([['heading', 1, 'nothing']]);
  });

  test('is not proposed to be shown everywhere', async () => {
    const everywhere = { selector: 'body', action: 'mask' } as const;
    expect(await listed('<h1>Orders</h1>', [everywhere])).toEqual([['heading', 1, 'nothing']]);
  });

  test('inside an excluded element can only be shown by excluding less', async () => {
    const html = '<div class="box"><h1>Orders</h1></div>';
    expect(await listed(html, [{ ...masked, action: 'exclude' }])).toEqual([['heading', 1, 'narrow', '']]);
  });

  test('is not what may be captured', async () => {
    expect(await listed('<div class="box"><h1>Orders</h1></div>', [{ ...masked, action: 'unmask' }])).toEqual(
      [],
    );
  });
});
