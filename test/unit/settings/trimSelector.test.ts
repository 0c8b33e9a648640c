import { describe, expect, it } from 'vitest';
import { trimSelector } from '../../../core/settings/trimSelector.ts';

describe('trimSelector', () => {
  it.each([
    ['takes off what CSS takes for white space', ' \t\r\n\f.a .b \n', '.a .b'],
    ['leaves a no-break space, which is a letter of the name', '.a\u00a0', '.a\u00a0'],
    ['leaves a byte order mark', '\ufeff.a', '\ufeff.a'],
    ['leaves a vertical tab, which no selector has', '.a\v', '.a\v'],
    ['leaves an escaped space and takes off the others', '.a\\   ', '.a\\ '],
    ['knows a backslash that is itself escaped', '.a\\\\ ', '.a\\\\'],
    ['of nothing but space leaves nothing', ' \n ', ''],
  ])('%s', (_what, text, trimmed) => {
    expect(trimSelector(text)).toBe(trimmed);
  });
});
