import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fieldsChangedSince,
  type PreviewMarker,
  printOf,
  readMarker,
  writeMarker,
} from '../../../core/settings/previewMarker.ts';
import { makeContent } from './makeRule.ts';
import { anyContent } from './ruleArbitraries.ts';

const scope = fc.constantFrom('all', 'live', 'preview', 'none' as const);
const print = anyContent.map(printOf);
const anyMarker: fc.Arbitrary<PreviewMarker> = fc.oneof(
  fc.record({
    kind: fc.constant('twin' as const),
    of: fc.uuid(),
    was: scope,
    to: scope,
    nameKept: fc.boolean(),
    print,
  }),
  fc.record({ kind: fc.constant('new' as const), to: scope }),
  fc.record({ kind: fc.constant('delete' as const), was: scope, print }),
);

describe('previewMarker', () => {
  it('reads back what it wrote and keeps the words before it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), anyMarker, (words, marker) => {
        const text = words.trimEnd();
        const whole = writeMarker(text, marker);
        expect(readMarker(whole ?? undefined)).toEqual({ text, marker });
      }),
    );
  });

  it('replaces a marker instead of adding a second one', () => {
    const once = writeMarker('Words', { kind: 'new', to: 'all' });
    const twice = writeMarker(once ?? '', { kind: 'new', to: 'live' });
    expect(twice).toBe('Words [scrim-preview-new to:live]');
    expect(writeMarker(twice ?? '', undefined)).toBe('Words');
  });

  it('does not cut a description that leaves no room', () => {
    expect(writeMarker('x'.repeat(1_000), { kind: 'new', to: 'all' })).toBeNull();
  });

  it.each([
    '[scrim-preview-new to:everything]',
    '[scrim-preview-of:r1 was:all]',
    '[scrim-preview-new to:all] and more words',
    '[scrim-preview-',
  ])('takes a broken marker for words: %s', (description) => {
    expect(readMarker(description)).toEqual({ text: description, marker: undefined });
  });

  it('names the fields that changed since the print, and the scope never', () => {
    const before = makeContent({ description: 'Words' });
    const after = { ...before, selector: '.other', consent: true, scope: 'none' as const };
    expect(fieldsChangedSince(printOf(before), after)).toEqual(['selector', 'consent']);
    const described = writeMarker('Words', { kind: 'new', to: 'all' }) ?? '';
    expect(fieldsChangedSince(printOf(before), { ...before, description: described })).toEqual([]);
  });
});
