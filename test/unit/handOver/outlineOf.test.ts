import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedOutline, type OutlinedTag, outlineOf } from '../../../core/handOver/outlineOf.ts';
import { sourceTag } from '../../../core/handOver/sourceTag.ts';
import type { ElementFacts } from '../../../core/selectors/elementFacts.ts';

const facts = (changed: Partial<ElementFacts>): ElementFacts => ({
  tag: 'div',
  elementId: '',
  classes: [],
  attributes: [],
  position: 1,
  ofType: 1,
  ...changed,
});
const onPage = (word: string) => ['miller', 'sunset'].includes(word);

describe('outlineOf', () => {
  it('shows what names an element and what is around it, from the outside in', () => {
    const chain = [
      facts({
        tag: 'input',
        attributes: [
          ['type', 'email'],
          ['name', 'email'],
        ],
      }),
      facts({}),
      facts({ classes: ['field'] }),
      facts({ tag: 'form', elementId: 'checkout' }),
    ];
    expect(outlineOf(chain, onPage).map((tag) => sourceTag(tag, ''))).toEqual([
      '<form id="checkout">',
      '<div class="field">',
      '<input type="email" name="email">',
    ]);
  });

  it('leaves out names that are made by tools or hold something of the page', () => {
    const [tag] = outlineOf(
      [facts({ tag: 'x-miller', elementId: 'sunset-row', classes: ['css-1x2y3z', 'price'] })],
      onPage,
    );
    expect(sourceTag(tag as OutlinedTag, '')).toBe('<element class="price">');
  });

  it('adds a mark to the classes that are there, or beside them', () => {
    const tag = { tag: 'p', attributes: [['class', 'price']] } as const;
    expect(sourceTag(tag, 'class="fs-mask"')).toBe('<p class="price fs-mask">');
    expect(sourceTag({ ...tag, attributes: [] }, 'class="fs-mask"')).toBe('<p class="fs-mask">');
    expect(sourceTag(tag, 'data-clarity-mask')).toBe('<p class="price" data-clarity-mask>');
  });

  it('takes nothing from a page that may not stand in a selector', () => {
    const planted = [
      'Jane',
      'jane.miller@example.com',
      '4242 4242',
      '+44 20 7946',
      '"><script>',
      '12 Elm Street',
    ];
    const word = fc.constantFrom(...planted);
    const name = fc.constantFrom('id', 'class', 'name', 'title', 'value', 'href', 'data-testid', 'onclick');
    const outline = fc.array(fc.record({ tag: word, attributes: fc.array(fc.tuple(name, word)) }), {
      maxLength: 50,
    });
    fc.assert(
      fc.property(outline, (given) => {
        const text = checkedOutline(given)
          .map((tag) => sourceTag(tag, ''))
          .join('');
        for (const value of planted) expect(text).not.toContain(value);
        expect(text).not.toMatch(/title=|value=|href=|onclick=/);
      }),
    );
  });
});
