import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConfigurationText } from '../../../core/configuration/readConfigurationText.ts';
import { OptionsError } from '../../../core/profiles/profile.ts';

const fn = { $scrim: 'function' };
const unread = { $scrim: 'unread' };

describe('a configuration as it stands in code', () => {
  test.each<readonly [text: string, callee: string | undefined, expected: unknown]>([
    ['{"maskAllText": false}', undefined, { maskAllText: false }],
    ['{ maskAllText: false, mask: [\'.a\', ".b"], }', undefined, { maskAllText: false, mask: ['.a', '.b'] }],
    ['{ maskFn: (text) => text, block: [`.c`] };', undefined, { maskFn: fn, block: ['.c'] }],
    ['{ maskFn(text) { return text }, get x() { return 1 } }', undefined, { maskFn: fn, x: fn }],
    [
      '{ blockClass: /^x-/i, n: -1, yes: !0, no: !1, gone: void 0, also: undefined }',
      undefined,
      { blockClass: { $scrim: 'regexp', source: '^x-', flags: 'i' }, n: -1, yes: true, no: false },
    ],
    [
      '{ dsn: process.env.DSN, list: [...more], maskFn: mine }',
      undefined,
      { dsn: unread, list: unread, maskFn: unread },
    ],
    [
      "Sentry.init({ dsn: 'x', integrations: [Sentry.replayIntegration({ unmask: ['.a'] })] });",
      'replayIntegration',
      { unmask: ['.a'] },
    ],
    [
      "import posthog from 'posthog-js';\nposthog.init('phc_x', { session_recording: { maskAllInputs: false } })",
      'init',
      {
        session_recording: { maskAllInputs: false },
      },
    ],
    [
      'const tracker = new Tracker({ projectKey: KEY, privateMode: true })',
      'Tracker',
      { projectKey: unread, privateMode: true },
    ],
    ['const options = { content: false }', 'start', { content: false }],
    ['[1, 2]', undefined, [1, 2]],
  ])('%s', (text, callee, expected) => {
    expect(readConfigurationText(text, callee)).toEqual(expected);
  });

  test.each([
    ['', 'no object'],
    ['{ a: }', 'neither JSON nor a JavaScript object'],
    ['{ ...shared, mask: [] }', 'spread'],
    ['{ [name]: 1 }', 'made by code'],
    ['alert(1)', 'no object'],
    [`{ "a": ${'['.repeat(100_000)} }`, 'neither JSON nor'],
    [' '.repeat(300_000), 'longer than'],
  ])('%#: is refused with what is wrong', (text, words) => {
    expect(() => readConfigurationText(text)).toThrow(OptionsError);
    expect(() => readConfigurationText(text)).toThrow(words);
  });

  test('nothing of it is run, and no key reaches a prototype', () => {
    const read = readConfigurationText(
      '{ a: globalThis.pwned = 1, __proto__: { polluted: 1 }, ["b"]: (() => { globalThis.pwned = 2 })() }',
    );
    expect((globalThis as { pwned?: unknown }).pwned).toBeUndefined();
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('whatever JSON can hold reads as JSON does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(readConfigurationText(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('any text is an answer or an OptionsError', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          readConfigurationText(text);
        } catch (error) {
          expect(error).toBeInstanceOf(OptionsError);
        }
      }),
    );
  });
});
