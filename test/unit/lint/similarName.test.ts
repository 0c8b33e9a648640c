import { describe, expect, it } from 'vitest';
import { similarName } from '../../../core/lint/similarName.ts';

const names = [
  { kind: 'class', name: 'order-note-v3', count: 1 },
  { kind: 'class', name: 'card', count: 1 },
  { kind: 'id', name: 'checkout', count: 1 },
] as const;

describe('a selector that matches nothing', () => {
  it.each([
    ['.order-note-v2', '.order-note-v3'],
    ['#chekout > .card', '#checkout > .card'],
    ['.card', undefined],
    ['.something-else', undefined],
    ['.order-note-v2 .something-else', undefined],
    ['.ca', undefined],
    ['p', undefined],
    ['.order-note-v2[', undefined],
  ])('%j may be meant as %j', (selector, expected) => {
    expect(similarName(selector, names)).toBe(expected);
  });
});
