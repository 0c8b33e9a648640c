import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeSelector } from '../../../core/selectors/completeSelector.ts';
import type { PageName } from '../../../core/selectors/pageName.ts';

const names: readonly PageName[] = [
  { kind: 'class', name: 'card', count: 10 },
  { kind: 'class', name: 'card-title', count: 9 },
  { kind: 'class', name: 'order-card', count: 9 },
  { kind: 'class', name: 'css-1q2w3e', count: 90 },
  { kind: 'class', name: 'Card_title__x9Yz1', count: 99 },
  { kind: 'class', name: 'is-open', count: 1 },
  { kind: 'class', name: 'mt-4', count: 50 },
  { kind: 'id', name: 'checkout', count: 1 },
  { kind: 'attribute', name: 'data-testid', count: 4 },
  { kind: 'value', name: 'card-mail', of: 'data-testid', count: 1 },
  { kind: 'value', name: 'email', of: 'type', count: 1 },
  { kind: 'tag', name: 'main', count: 1 },
];

/** `|` is the caret. */
function complete(written: string, pseudoClasses: 'takes' | 'undocumented' | 'refuses' = 'takes') {
  const caret = written.indexOf('|');
  const text = written.replace('|', '');
  return { text, ...completeSelector({ text, caret, names, pseudoClasses }) };
}
const labels = (...args: Parameters<typeof complete>) => complete(...args).items.map(({ label }) => label);
function taken(written: string, index = 0): string {
  const { text, from, to, items } = complete(written);
  return `${text.slice(0, from)}${items[index]?.insert}${text.slice(to)}`;
}

describe('completion', () => {
  it('offers what begins with it, then what has it, and generated names last', () => {
    expect(labels('.car|')).toEqual(['card', 'card-title', 'order-card', 'Card_title__x9Yz1']);
  });

  it('marks what is generated, how things look and what comes and goes', () => {
    const marks = complete('.|').items.map(({ label, mark }) => [label, mark]);
    expect(marks.at(-1)?.[1]).toBe('generated');
    expect(Object.fromEntries(marks)).toMatchObject({ 'is-open': 'state', 'mt-4': 'utility' });
  });

  it.each([
    ['main .car|', 'main .card'],
    ['.card:not(.order|)', '.card:not(.order-card)'],
    ['#ch|', '#checkout'],
    ['[dat|', '[data-testid'],
    ['[|', '[data-testid'],
    ['[data-testid=|', '[data-testid="card-mail"]'],
    ['[data-testid="ca|"]', '[data-testid="card-mail"]'],
    ['[data-testid="ca|', '[data-testid="card-mail"]'],
    ['ma|', 'main'],
    ['.card:firs|', '.card:first-child'],
  ])('writes %j as %j', (written, expected) => {
    expect(taken(written)).toBe(expected);
  });

  it('offers whole pieces where nothing is written, test ids first', () => {
    expect(labels('|').slice(0, 3)).toEqual(['[data-testid="card-mail"]', '[type="email"]', '#checkout']);
    expect(labels('.a |').slice(0, 1)).toEqual(['[data-testid="card-mail"]']);
  });

  it('offers only the values of the attribute that is written', () => {
    expect(labels('[type=|')).toEqual(['email']);
    expect(labels('[title=|')).toEqual([]);
  });

  it('offers pseudo-classes as the recorder takes them', () => {
    expect(complete('.a:|').items.every(({ mark }) => mark === undefined)).toBe(true);
    expect(complete('.a:|', 'undocumented').items.every(({ mark }) => mark === 'undocumented')).toBe(true);
    expect(labels('.a:|', 'refuses')).toEqual([]);
    expect(labels('.a::|')).toEqual([]);
  });

  it('knows when what is written is a name already', () => {
    expect(complete('.card|').isWhole).toBe(true);
    expect(complete('.car|').isWhole).toBe(false);
  });

  it('never offers a name that would need escaping, whatever a page says', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 12 }),
        fc.constantFrom('class', 'id', 'attribute', 'value', 'tag'),
        (name, kind) => {
          const hostile = [{ kind, name, count: 1, of: 'data-testid' } as PageName];
          for (const text of ['.', '#', '[', '[data-testid=', 'a ']) {
            const request = { text, caret: text.length, names: hostile, pseudoClasses: 'takes' } as const;
            for (const { insert } of completeSelector(request).items)
              expect(insert).toMatch(/^[\w\s"[\]=.#-]+$/);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('does not read a text that is too long', () => {
    const text = '.a'.repeat(100_000);
    expect(completeSelector({ text, caret: 5, names, pseudoClasses: 'takes' }).items).toEqual([]);
  });
});
