import { expect, test } from 'vitest';
import { nearestName } from '../../../core/lint/nearestName.ts';

test.each([
  ['shrad', ['share', 'shard'], 1, 'shard'],
  ['workes', ['workers', 'works'], 2, 'workers'],
  ['order-note-v2', ['order-note-v13', 'order-note-v3'], 2, 'order-note-v3'],
  ['abcdef', ['badcfe'], 2, undefined],
  ['abcdef', ['badcfe'], 3, 'badcfe'],
  ['abc', ['xyz'], 2, undefined],
  ['x', ['y'], -1, undefined],
] as const)('%s among %j with %i slips is %s', (name, among, most, meant) => {
  expect(nearestName(name, among, most)).toBe(meant);
});
