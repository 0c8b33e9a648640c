import { describe, expect, it } from 'vitest';
import { recorderTakes } from '../../../core/selectors/recorderTakes.ts';

const documented = { kind: 'documented' } as const;
const read = { kind: 'read' } as const;

describe('whether a recorder takes a selector', () => {
  it.each([
    ['.card > [data-testid="a"] p', 'takes', 'takes'],
    ['.card:has(img)', 'undocumented', 'takes'],
    ['.a, .b', 'takes', 'takes'],
    ['.a, .b, .c', 'undocumented', 'takes'],
    ['p::before', 'refuses', 'refuses'],
    ['p[', 'refuses', 'refuses'],
    ['a'.repeat(9000), 'undocumented', 'undocumented'],
  ] as const)('%s: documented %s, read %s', (selector, whenDocumented, whenRead) => {
    expect(recorderTakes(selector, documented).answer).toBe(whenDocumented);
    expect(recorderTakes(selector, read).answer).toBe(whenRead);
  });

  it('names the pieces it is about, each once', () => {
    expect(recorderTakes('a:has(b):not(c), d:not(e)', documented).pieces).toEqual([':has', ':not']);
  });
});
