import { describe, expect, test } from 'vitest';
import { createPlaceNamer } from '../../../core/findings/placeNames.ts';
import { simulate } from '../profiles/simulate.ts';

/** The name of the place of the element with the class `here`. */
function nameIn(html: string): string {
  const { scan } = simulate(html);
  const target = scan.records.find((record) => record.name === 'class' && record.output === 'here');
  if (!target) throw new Error('no element with the class here');
  return createPlaceNamer(scan)(target.node);
}

describe('createPlaceNamer', () => {
  test.each([
    [
      '<h2>Your details</h2><dl><dt>Name</dt><dd>A</dd><dt>Phone</dt><dd class="here">B</dd></dl>',
      'Your details › Phone',
    ],
    ['<section><header><h2>Orders</h2></header><div><p class="here">x</p></div></section>', 'Orders'],
    ['<h1>Shop</h1><section><h2>Orders</h2><p class="here">x</p></section>', 'Shop › Orders'],
    ['<fieldset><legend>Card</legend><label>Number <i class="here"></i></label></fieldset>', 'Card › Number'],
    ['<p class="here">x</p><h2>After</h2>', ''],
    // A heading that is masked, or that looks personal itself, names nothing.
    ['<h2 class="fs-mask">Jane Roe</h2><p class="here">x</p>', ''],
    ['<h2>jane@example.org</h2><p class="here">x</p>', ''],
  ])('%s is at %j', (html, name) => {
    expect(nameIn(html)).toBe(name);
  });

  test('a node nobody knows has no name', () => {
    expect(createPlaceNamer({ nodes: [], records: [] })(7)).toBe('');
  });
});
