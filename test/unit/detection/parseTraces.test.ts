import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxTraceLength, parseTraces } from '../../../core/detection/detectedRecorder.ts';

describe('parseTraces', () => {
  test('keeps what is known of a recorder, those that are played first', () => {
    const text = JSON.stringify([
      { id: 'hotjar' },
      { id: 'datadog', version: '7.16.2', options: { defaultPrivacyLevel: 'mask' } },
    ]);
    expect(parseTraces(text)).toEqual([
      { id: 'datadog', name: 'Datadog', version: '7.16.2', options: { defaultPrivacyLevel: 'mask' } },
      { id: 'hotjar', name: 'Hotjar' },
    ]);
  });

  test.each([
    ['no text', { id: 'sentry' }],
    ['no JSON', '<'],
    ['no list', '{"id":"sentry"}'],
    ['a recorder nobody knows', '[{"id":"<b>"}]'],
    ['a version that is markup', '[{"id":"sentry","version":"<img onerror=alert(1)>"}]'],
    ['options that are a list', '[{"id":"posthog","options":[1]}]'],
    ['too much of it', JSON.stringify([{ id: 'sentry', options: { a: 'x'.repeat(maxTraceLength) } }])],
  ])('says nothing of %s', (_what, text) => {
    expect(parseTraces(text)).toEqual([]);
  });

  test('names each recorder once, whatever a page answers', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        let text: string | undefined;
        try {
          text = JSON.stringify([value, { id: 'sentry' }, { id: 'sentry', version: '1' }]);
        } catch (error) {
          // A bigint or a cycle: no page can send it as JSON.
          if (!(error instanceof TypeError)) throw error;
        }
        const ids = parseTraces(text).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
