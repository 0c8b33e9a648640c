import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import words from '../../../assets/locales/en/selectors.json' with { type: 'json' };
import type { ElementFacts } from '../../../core/selectors/elementFacts.ts';
import { isInterfaceWord } from '../../../core/selectors/holdsPageData.ts';
import { lintSelector } from '../../../core/selectors/lintSelector.ts';
import { stableAttributes } from '../../../core/selectors/stableAttributes.ts';
import { suggestSelectors } from '../../../core/selectors/suggestSelectors.ts';

const base: ElementFacts = { tag: 'div', elementId: '', classes: [], attributes: [], position: 1, ofType: 1 };
const matched = (nodes: number[]) => ({ count: nodes.length, nodes });
const facts = (part: Partial<ElementFacts>): ElementFacts => ({ ...base, ...part });

/** A page as a table: which selectors match which ids. Everything else matches nothing. */
function suggest(
  target: Partial<ElementFacts>,
  matches: Record<string, number[]>,
  ancestors: Partial<ElementFacts>[] = [],
) {
  return suggestSelectors({
    target: facts(target),
    targetId: 1,
    ancestors: ancestors.map(facts),
    evaluate: (selector) => matched(matches[selector] ?? []),
    wordOnPage: () => false,
  });
}

describe('suggestSelectors', () => {
  it('goes from only this one to everything like it', () => {
    const ranked = suggest(
      { tag: 'td', classes: ['recipient'] },
      {
        td: [1, 2, 3, 4],
        '.recipient': [1, 2],
        '.order-history td': [1, 2, 3],
        '#first-order .recipient': [1],
      },
      [
        { tag: 'tr', elementId: 'first-order' },
        { tag: 'table', classes: ['order-history'] },
      ],
    );
    expect(ranked.map((one) => one.count)).toEqual([1, 2, 3, 4]);
    expect(ranked.map((one) => one.selector)).toEqual([
      '#first-order .recipient',
      '.recipient',
      '.order-history td',
      'td',
    ]);
  });

  it('offers one selector for each set, the most stable', () => {
    const ranked = suggest(
      {
        tag: 'p',
        elementId: 'total',
        classes: ['price', 'mt-4'],
        attributes: [['data-testid', 'order-total']],
      },
      { '#total': [1], '[data-testid="order-total"]': [1], '.price': [1], '.mt-4': [1], p: [1, 2] },
    );
    expect(ranked.map((one) => one.selector)).toEqual(['[data-testid="order-total"]', 'p']);
  });

  it('leaves out a selector that misses the target', () => {
    expect(
      suggest({ classes: ['price'] }, { '.price': [2, 3], div: [1, 2] }).map((one) => one.selector),
    ).toEqual(['div']);
  });

  it('uses a position only where no name singles the element out', () => {
    const table = { td: [1, 2, 3, 4], 'td:nth-of-type(2)': [1, 2], '#order > tr > td:nth-of-type(2)': [1] };
    const ranked = suggest({ tag: 'td', position: 2, ofType: 3 }, table, [
      { tag: 'tr' },
      { tag: 'table', elementId: 'order' },
    ]);
    expect(ranked.map((one) => [one.selector, one.notes])).toEqual([
      ['#order > tr > td:nth-of-type(2)', ['positional']],
      ['td:nth-of-type(2)', ['positional']],
      ['td', []],
    ]);
  });

  it('uses no position when three sets differ and one is the element alone', () => {
    const ranked = suggest(
      { tag: 'td', elementId: 'total', classes: ['price'], position: 2, ofType: 3 },
      { '#total': [1], '.price': [1, 2], td: [1, 2, 3], 'td:nth-of-type(2)': [1, 3] },
    );
    expect(ranked.map((one) => one.selector)).toEqual(['#total', '.price', 'td']);
  });

  it('never offers a generated name, a state or a hook of a recorder', () => {
    const tried: string[] = [];
    suggestSelectors({
      target: facts({ elementId: 'radix-12', classes: ['css-1q2w3e', 'is-open', 'fs-mask', 'sc-bdVaJa'] }),
      targetId: 1,
      ancestors: [facts({ tag: 'data-v-7ba5bd90', classes: ['css-8atqhb', 'jss42'] })],
      evaluate: (selector) => {
        tried.push(selector);
        return matched([1]);
      },
      wordOnPage: () => false,
    });
    expect(tried).toEqual(['div']);
  });

  it('asks for the part of a generated name that the next build keeps, and for no more of it', () => {
    const kept: Record<string, string> = {
      Button_primary__3xK2a: '[class*="Button_primary__"]',
      '_order-total_1hkz2_14': '[class*="_order-total_"]',
      'css-8atqhb-OrderTotal': '[class*="-OrderTotal"]',
      'Header__Title-sc-1wga4nl-0': '[class*="Header__Title-sc-"]',
      'makeStyles-orderTotal-12': '[class*="makeStyles-orderTotal-"]',
      'addressLine-0-3-387': '[class*="addressLine-"]',
      'order-total--Hum38': '[class*="order-total--"]',
      'Cart-module__hgotlq__total': '[class*="Cart-module__"][class*="__total"]',
    };
    for (const [name, selector] of Object.entries(kept)) {
      const [only] = suggest({ classes: [name] }, { [selector]: [1], [`.${name}`]: [1] });
      expect(only?.selector).toBe(selector);
      expect(only?.notes).toEqual(['partial-name']);
      // What the picker offers, the rule editor does not warn of.
      expect(lintSelector(selector)).toEqual([]);
    }
    const longer = { '[class*="-OrderTotal"]': [1, 2], '[class$="-OrderTotal"]': [1] };
    expect(suggest({ classes: ['css-8atqhb-OrderTotal'] }, longer).map((one) => one.selector)).toEqual([
      '[class$="-OrderTotal"]',
      '[class*="-OrderTotal"]',
    ]);
    expect(suggest({ classes: ['css-8atqhb', 'hKQaZR'] }, { '.css-8atqhb': [1], '.hKQaZR': [1] })).toEqual(
      [],
    );
  });

  it('takes names of fields with steps in them, and ids of that kind as attributes', () => {
    const ranked = suggest(
      { tag: 'input', elementId: 'billing:firstname', attributes: [['name', 'address[street]']] },
      { '[id="billing:firstname"]': [1], 'input[name="address[street]"]': [1, 2] },
    );
    expect(ranked.map((one) => one.selector)).toEqual([
      '[id="billing:firstname"]',
      'input[name="address[street]"]',
    ]);
  });

  it('tells two forms with the same names apart by which of them it is, not by the row', () => {
    const matches = {
      '#email': [1, 2],
      'fieldset:nth-of-type(2) #email': [1],
      'div:nth-of-type(4) #email': [1],
    };
    const [only] = suggest({ tag: 'input', elementId: 'email' }, matches, [
      { tag: 'div', position: 4, ofType: 9 },
      { tag: 'fieldset', position: 2, ofType: 2 },
    ]);
    expect(only?.selector).toBe('fieldset:nth-of-type(2) #email');
    expect(only?.notes).toEqual(['positional']);
  });

  it('puts the target first among its nodes and says when a selector is broad', () => {
    const many = Array.from({ length: 700 }, (_, index) => 700 - index);
    const [only] = suggest({}, { div: many });
    expect(only?.nodes[0]).toBe(1);
    expect(only?.nodes.length).toBe(500);
    expect(only?.count).toBe(700);
    expect(only?.notes).toContain('broad');
  });

  it('has words for each of its notes', () => {
    const unique = { tag: 'td', position: 2, ofType: 3, classes: ['mt-4'] };
    const many = Array.from({ length: 101 }, (_, index) => index + 1);
    const ranked = [
      ...suggest(unique, { '.mt-4': [1, 2], td: many, 'tr > td:nth-of-type(2)': [1] }, [{ tag: 'tr' }]),
      ...suggest({ classes: ['Button_primary__3xK2a'] }, { '[class*="Button_primary__"]': [1] }),
      ...suggest({ tag: 'p' }, { 'section > div > p': [1] }, [{ tag: 'div' }, { tag: 'section' }]),
    ];
    const notes = new Set(ranked.flatMap((one) => one.notes));
    expect([...notes].sort()).toEqual([
      'broad',
      'partial-name',
      'positional',
      'structure-only',
      'utility-class',
    ]);
    for (const note of notes) expect(words).toHaveProperty([`selectorNote.${note}`]);
  });

  it('stops after a bounded number of evaluations', () => {
    let evaluations = 0;
    const classes = 'address avatar badge basket button card cart chart'.split(' ');
    suggestSelectors({
      target: facts({ classes, position: 3, ofType: 9 }),
      targetId: 1,
      ancestors: Array.from({ length: 60 }, () => facts({ classes, position: 2, ofType: 4 })),
      evaluate: () => {
        evaluations += 1;
        return null;
      },
      wordOnPage: () => false,
    });
    expect(evaluations).toBeLessThanOrEqual(300);
  });
});

describe('page data in suggestions', () => {
  const given = fc.constantFrom('jane', 'Mary', 'OLEG', 'priya', 'wolfgang', 'giulia');
  const family = fc.constantFrom('doe', 'Smith', 'Okafor', 'mustermann', 'garcia', 'Nguyen');
  const strange = fc
    .stringMatching(/^[b-df-hj-np-tv-z][aeiou][b-df-hj-np-tv-z][aeiou][b-df-hj-np-tv-z]{1,2}$/)
    .filter((word) => !isInterfaceWord(word));
  const joint = fc.constantFrom('-', '_', '', '.', '@', '--', ' ');
  const elsewhere = fc.constantFrom(
    'Иванова',
    'Παπαδόπουλος',
    '王小明',
    '山田',
    '김민준',
    'محمد',
    'שרה',
    'นภา',
    'Žofia',
    'José',
    'Müller',
    'søren',
    'İbrahim',
  );
  const phone = fc
    .tuple(
      fc.constantFrom('+49', '(020)', 'tel-555', '0170', '١٢٣'),
      fc.constantFrom('-', ' ', '_', ''),
      fc.integer({ min: 100, max: 10 ** 7 }),
    )
    .map((pieces) => pieces.join(''));
  const secret = fc.oneof(
    fc.tuple(given, joint, family).map((words) => words.join('')),
    fc.tuple(given, family, strange).map(([a, b, c]) => `${a}.${b}@${c}.com`),
    fc.tuple(fc.integer({ min: 1, max: 99 }), strange).map(([n, street]) => `${street}-street-${n}`),
    fc.integer({ min: 1000, max: 10 ** 15 }).map(String),
    strange,
    elsewhere,
    phone,
    fc.tuple(elsewhere, strange).map((words) => words.join('-')),
  );
  const dressed = fc
    .tuple(
      fc.constantFrom('', 'user-', 'row_', 'customer', 'x--'),
      secret,
      fc.constantFrom('', '-card', '_1'),
    )
    .map((pieces) => pieces.join(''));
  /** Where build tools and frameworks leave what somebody wrote: a name there is still a name. */
  const built = fc
    .tuple(
      dressed,
      fc.constantFrom<(name: string) => string>(
        (name) => name,
        (name) => `Card_${name}__a1B2c`,
        (name) => `card-${name}--a1B2c`,
        (name) => `_${name}_1hkz2_14`,
        (name) => `css-8atqhb-${name}`,
        (name) => `Card-module__hgotlq__${name}`,
        (name) => `makeStyles-${name}-12`,
        (name) => `page__${name}-sc-1wga4nl-0`,
        (name) => `address[${name}]`,
        (name) => `customer.${name}.city`,
        (name) => `billing:${name}`,
        (name) => `ctl00$main$${name}`,
      ),
    )
    .map(([name, dress]) => dress(name));
  const element = fc.record({
    tag: fc.oneof(
      fc.constantFrom('div', 'td', 'x-chat'),
      dressed.map((name) => `x-${name}`.toLowerCase()),
    ),
    elementId: fc.oneof(fc.constant(''), built),
    classes: fc.array(fc.oneof(fc.constantFrom('card', 'mt-2'), built), { maxLength: 4 }),
    attributes: fc.array(
      fc.tuple(
        fc.constantFrom(...stableAttributes.keys(), 'title', 'href', 'data-user', 'aria-label'),
        built,
      ),
      { maxLength: 4 },
    ),
    position: fc.integer({ min: 1, max: 20 }),
    ofType: fc.integer({ min: 1, max: 20 }),
  });

  it('never come out, however they are written into ids, classes, tags and attributes', () => {
    fc.assert(
      fc.property(element, fc.array(element, { maxLength: 5 }), (target, ancestors) => {
        const tried: string[] = [];
        // Made-up words are in the page's text; names, e-mails and numbers must be refused without that.
        const wordOnPage = (word: string) => /^[^aeiou][aeiou][^aeiou][aeiou][^aeiou]{1,2}$/.test(word);
        const evaluate = (selector: string) => {
          tried.push(selector);
          return matched([1]);
        };
        suggestSelectors({ target, targetId: 1, ancestors, evaluate, wordOnPage });
        const plain = /^(div|td|x-chat|x-card|\*|\.card|\.mt-2|:nth-of-type\(\d+\)|[ >]+)+$/;
        for (const selector of tried) expect(selector).toMatch(plain);
      }),
      { numRuns: 1000 },
    );
  });
});
