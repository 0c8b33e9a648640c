import { expect, test } from 'vitest';
import { withoutValues } from '../../../core/findings/withoutValues.ts';

test.each([
  ['Waiting for selector `#card > button` failed', 'Waiting for selector `#card > button` failed'],
  ['expected "Rivzostelia Crelvulmont" to be ""', 'expected "•••" to be ""'],
  ['no answer to jane.roe@example.com within 30 s', 'no answer to j•••@•••.com within 30 s'],
  ["waiting for `[value='4242 4242 4242 4242']`", "waiting for `[value='•••']`"],
  ['got crelvulmont', 'got •••'],
])('takes values out of %j', (said, shown) => {
  expect(
    withoutValues(said, [
      { kind: 'name', value: 'Rivzostelia Crelvulmont' },
      { kind: 'username', value: 'crelvulmont' },
    ]),
  ).toBe(shown);
});
