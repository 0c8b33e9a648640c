import { expect, test } from 'vitest';
import { redactAddress, suggestedName } from '../../../core/saved/redactAddress.ts';

test.each([
  ['https://shop.example.com/account/orders', 'account › orders'],
  ['https://shop.example.com/', 'shop.example.com'],
  ['https://shop.example.com/customers/jane.doe@example.com', 'customers'],
  ['about:srcdoc', 'about:'],
  ['blob:https://shop.example.com/1', 'blob:'],
])('a page at %s may be called %s', (address, name) => {
  expect(suggestedName(redactAddress(address))).toBe(name);
});
