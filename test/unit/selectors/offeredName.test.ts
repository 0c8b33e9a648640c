import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offeredName } from '../../../core/selectors/offeredName.ts';
import type { PageNameKind } from '../../../core/selectors/pageName.ts';

const nowhere = (_word: string) => false;
const offered = (kind: PageNameKind, name: string, wordOnPage = nowhere) =>
  offeredName({ kind, name, of: 'data-testid' }, wordOnPage);

describe('names of a page that are offered', () => {
  it.each([
    ['class', 'order-summary', true],
    ['class', 'css-1q2w3e', true],
    ['class', 'Card_title__x9Yz1', true],
    ['class', 'customer-jane-roe', false],
    ['class', 'user-5551234', false],
    ['class', 'u-555-123-4567', false],
    ['class', 'a{}', false],
    ['id', 'checkout', true],
    ['id', 'jane-roe', false],
    ['id', 'user-8f3a2b1c', false],
    ['id', 'jane@example.org', false],
    ['attribute', 'data-testid', true],
    ['attribute', 'onclick', false],
    ['attribute', 'data-v-7ba5bd90', false],
    ['value', 'order-summary', true],
    ['value', 'jane-roe', false],
    ['tag', 'main', true],
    ['tag', 'order-card', true],
    ['tag', 'jane-roe', false],
  ] as const)('%s %j: %j', (kind, name, expected) => {
    expect(offered(kind, name)).toBe(expected);
  });

  it('never one with a word that stands in the page and in no vocabulary', () => {
    const word = fc.stringMatching(/^[a-z]{4,10}$/).map((text) => `zq${text}`);
    fc.assert(
      fc.property(
        word,
        fc.constantFrom('class', 'id', 'value', 'attribute'),
        fc.nat(99),
        (secret, kind, digits) => {
          const onPage = (asked: string) => secret.includes(asked) || asked.includes(secret);
          for (const name of [secret, `card-${secret}`, `${secret}_row`, `item-${secret}-${digits}`])
            expect(offered(kind, name, onPage), name).toBe(false);
        },
      ),
    );
  });
});
