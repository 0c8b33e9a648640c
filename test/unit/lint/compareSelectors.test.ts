import { expect, test } from 'vitest';
import { createSelectorComparer } from '../../../core/lint/compareSelectors.ts';

test('a rule is not called needless beside one in which a browser reads a comment to the end', () => {
  const { covers, excludes } = createSelectorComparer();
  expect(covers('.other:nth-child(2n), .card', '.card')).toBe(true);
  expect(covers('.other:nth-child(2n /* ), .card', '.card')).toBe(false);
  expect(covers('.card', '.card:nth-child(2n /* ) .card')).toBe(false);
  expect(excludes('p', 'div')).toBe(true);
  expect(excludes('p', 'div:lang(")')).toBe(false);
});
