import type { Element } from 'domhandler';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedSketch } from '../../../core/rot/checkedSketch.ts';
import { findLookalikes, type Lookalike } from '../../../core/rot/findLookalikes.ts';
import { parseSavedPage } from '../../../core/saved/savedPage.ts';
import { elementsIn, sketchSaved } from './sketchSaved.ts';

/** An order page, and how one release writes its names. */
function orderPage(name: (word: string) => string, wrap = false): string {
  const row = (who: string, what: string) =>
    `<tr><td class="${name('product-title')}">${what}</td><td class="${name('recipient')}">${who}</td><td>3</td></tr>`;
  const section = (word: string, inside: string) =>
    `${wrap ? '<div>' : ''}<section class="${name(word)}"><h2>${word}</h2>${inside}</section>${wrap ? '</div>' : ''}`;
  return `<!doctype html><main><nav class="${name('menu')}"><a>Home</a><a>Orders</a></nav>
    ${section('contact', `<p class="${name('customer-name')}">Ada Example</p><p class="${name('customer-email')}">a@example.com</p><p>By post</p>`)}
    ${section('payment', `<form id="${name('card-form')}"><label>Card <input name="cc-num" autocomplete="cc-number"></label><label>Mail <input type="email" name="email"></label><label>Note <textarea name="note"></textarea></label></form>`)}
    ${section('order', `<table><tbody>${row('Ada Example', 'Rain jacket')}${row('Kim Sample', 'Socks')}${row('Alex Miller', 'Hat')}</tbody></table>`)}
    <footer class="${name('footer')}"><p>Legal</p></footer></main>`;
}

const hash = (word: string) =>
  [...word].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) % 1_679_616, 7).toString(36);
const releases: Readonly<Record<string, (word: string) => string>> = {
  'CSS modules': (word) =>
    `Order_${word.replace(/-(\w)/g, (_all, one: string) => one.toUpperCase())}__${hash(word)}`,
  'a version number': (word) => `${word}-v2`,
  emotion: (word) => `css-1${hash(word)}x`,
};

const rules = [
  '.customer-name',
  '.customer-email',
  '.recipient',
  '.product-title',
  '[name=note]',
  '[name=email]',
];
const isHit = (selector: string, { attribs }: Element) =>
  selector.startsWith('.')
    ? (attribs.class ?? '').split(' ').includes(selector.slice(1))
    : attribs.name === selector.slice(6, -1);

function lookFor(selector: string, html: string): { found: readonly Lookalike<Element>[]; wanted: number[] } {
  const before = elementsIn(
    parseSavedPage(
      orderPage((word) => word),
      'https://shop.example.com/',
    ).document,
  );
  const hits = before.filter((element) => isHit(selector, element));
  const sketches = hits.slice(0, 4).map((element) => sketchSaved(element));
  const after = elementsIn(parseSavedPage(html, 'https://shop.example.com/').document);
  const pairs = after.map((element) => [element, sketchSaved(element)] as const);
  const work = findLookalikes({ count: hits.length, sketches }, pairs);
  let step = work.next();
  while (!step.done) step = work.next();
  // Both releases hold the same elements in the same order, beside the wrappers.
  const same = (elements: readonly Element[]) => elements.filter(({ name }) => name !== 'div');
  const wanted = hits.map((hit) => same(before).indexOf(hit));
  const places = new Map(same(after).map((element, at) => [element, at]));
  return {
    found: step.value.map(({ element, likeness }) => ({ element, likeness, at: places.get(element) })),
    wanted,
  };
}

describe('elements that look like what a rule matched once', () => {
  it.each(Object.keys(releases))('are found after a release that renames every class: %s', (release) => {
    const name = releases[release] ?? ((word) => word);
    let first = 0;
    let tried = 0;
    for (const wrap of [false, true]) {
      for (const selector of rules) {
        const { found, wanted } = lookFor(selector, orderPage(name, wrap));
        tried += 1;
        const [best] = found as readonly { readonly at?: number }[];
        if (best?.at !== undefined && wanted.includes(best.at)) first += 1;
      }
    }
    expect(first / tried).toBeGreaterThanOrEqual(0.9);
  });

  it('are all of a list, and nothing beside it', () => {
    const { found, wanted } = lookFor('.recipient', orderPage(releases['CSS modules'] ?? String));
    expect((found as readonly { readonly at?: number }[]).map(({ at }) => at).sort()).toEqual(wanted.sort());
  });

  it('are none on a page that has nothing of the kind', () => {
    const other = '<!doctype html><main><h1>About us</h1><img><ul><li>Leeds</li><li>York</li></ul></main>';
    for (const selector of rules) expect(lookFor(selector, other).found).toEqual([]);
  });
});

it('sketches hold no word that only the page shows', () => {
  const planted = ['zorblax', 'miller', 'jane', 'jane.roe@example.org', '4242424242', 'Elm-Street-12'];
  const name = fc.constantFrom(...planted.flatMap((one) => [one, `row-${one}`, `user_${one}_name`]));
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), fc.nat(3), (names, at) => {
      const attribute = ['class', 'id', 'data-testid', 'name'][at] ?? 'class';
      const html = `<!doctype html><div ${attribute}="${names.join(' ')}"><x-zorblax>1</x-zorblax><p ${attribute}="${names[0]}">zorblax</p></div>`;
      const elements = elementsIn(parseSavedPage(html, 'https://shop.example.com/').document);
      const onPage = (word: string) => planted.some((one) => one.toLowerCase().includes(word));
      const text = JSON.stringify(elements.map((element) => sketchSaved(element, onPage)));
      for (const one of planted) expect(text.toLowerCase()).not.toContain(one.toLowerCase());
    }),
  );
});

it('a sketch that a page made up is kept without what may not stand in one', () => {
  const planted = ['Jane', 'jane', 'jane.roe@example.org', '4242424242', '12 Elm Street', '"><b>'];
  const text = fc.constantFrom(
    ...planted,
    ...planted.map((one) => `title="${one}"`),
    ...planted.map((one) => `name="${one}"`),
    ...planted.map((one) => `#${one}`),
  );
  const named = fc.record({ tag: text, marks: fc.array(text), words: fc.array(text) });
  const sketch = fc.record({
    tag: text,
    marks: fc.array(text),
    words: fc.array(text),
    around: fc.array(named),
    inside: fc.array(text),
    before: named,
    after: named,
    position: fc.nat(),
    text: fc.constant('short' as const),
  });
  fc.assert(
    fc.property(sketch, (given) => {
      const kept = JSON.stringify(checkedSketch(given)).toLowerCase();
      for (const one of planted) expect(kept).not.toContain(JSON.stringify(one.toLowerCase()).slice(1, -1));
      expect(kept).not.toContain('title=');
    }),
  );
  const [section] = elementsIn(
    parseSavedPage(
      orderPage((word) => word),
      'https://shop.example.com/',
    ).document,
  )
    .filter(({ attribs }) => attribs.class === 'customer-name')
    .map((element) => sketchSaved(element));
  expect(section && checkedSketch(section)).toEqual(section);
});
