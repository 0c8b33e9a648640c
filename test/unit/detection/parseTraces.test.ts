import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTraces } from '../../../core/detection/detectedRecorder.ts';
import { maxTraceLength } from '../../../core/detection/traceAnswer.ts';

describe('parseTraces', () => {
  test('keeps what is known of a recorder, those that are played first', () => {
    const text = JSON.stringify({
      found: [
        { id: 'hotjar' },
        {
          id: 'datadog',
          version: '7.16.2',
          told: { getInitConfiguration: { defaultPrivacyLevel: 'mask' }, allowed: ['total'] },
        },
      ],
    });
    expect(parseTraces(text)).toEqual([
      {
        id: 'datadog',
        name: 'Datadog',
        version: '7.16.2',
        options: { defaultPrivacyLevel: 'mask', $DD_ALLOW: ['total'] },
      },
      { id: 'hotjar', name: 'Hotjar' },
    ]);
  });

  test.each([
    ['no text', { id: 'sentry' }],
    ['no JSON', '<'],
    ['no object', '[{"id":"sentry"}]'],
    ['no list', '{"found":{"id":"sentry"}}'],
    ['a recorder nobody knows', '{"found":[{"id":"<b>"}]}'],
    ['a version that is markup', '{"found":[{"id":"sentry","version":"<img onerror=alert(1)>"}]}'],
    ['a configuration that is a list', '{"found":[{"id":"posthog","told":[1]}]}'],
    ['a word for whether it records', '{"found":[{"id":"sentry","replay":"yes"}]}'],
    [
      'too much of it',
      JSON.stringify({ found: [{ id: 'sentry', told: { a: 'x'.repeat(maxTraceLength) } }] }),
    ],
  ])('says nothing of %s', (_what, text) => {
    expect(parseTraces(text)).toEqual([]);
  });

  test.each([
    [
      'another version joins its lists in another way',
      { maskTextSelector: '.a,.sentry-mask,[data-sentry-mask],.new', unmaskTextSelector: '' },
    ],
    ['a list is no text', { maskTextSelector: ['.a'] }],
  ])("Sentry's configuration is not known when %s", (_what, recording) => {
    const told = { initial: { maskAllText: false }, recording };
    expect(parseTraces(JSON.stringify({ found: [{ id: 'sentry', told }] }))).toEqual([
      { id: 'sentry', name: 'Sentry' },
    ]);
  });

  test('names each recorder once, whatever a page answers', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        let text: string | undefined;
        try {
          text = JSON.stringify({ found: [value, { id: 'sentry' }, { id: 'sentry', version: '1' }] });
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
