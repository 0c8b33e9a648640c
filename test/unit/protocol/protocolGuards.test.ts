import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPageToPanel, isPanelToPage } from '../../../core/protocolGuards.ts';

const done = {
  type: 'scan/done',
  body: {
    scanId: 1,
    purpose: 'current',
    changedMeanwhile: false,
    scan: {
      profile: 'fullstory',
      url: 'https://a.example/',
      lang: 'en',
      rules: [],
      uninspected: [],
      problems: [],
      matchCounts: [],
      decisions: [{ possible: 1, winner: -1, losers: [], node: 1, doubts: [] }],
    },
  },
};

/** Every way to put something else in the place of a leaf of a message. */
function* corruptions(value: unknown, put: (changed: unknown) => unknown): Generator<unknown> {
  for (const wrong of [null, 'x'.repeat(300_000), Number.NaN, {}, [{}], () => 1]) {
    if (typeof wrong !== typeof value || wrong === null) yield put(wrong);
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* corruptions(item, (changed) => put(value.with(index, changed)));
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield* corruptions(item, (changed) => put({ ...value, [key]: changed }));
    }
  }
}

describe('messages from a page', () => {
  test('a well-formed message is taken', () => {
    expect(isPageToPanel(done)).toBe(true);
  });

  test('a message with anything wrong at any depth is refused', () => {
    let tried = 0;
    for (const message of corruptions(done.body, (body) => ({ ...done, body }))) {
      tried += 1;
      expect(isPageToPanel(message), JSON.stringify(message)?.slice(0, 300)).toBe(false);
    }
    expect(tried).toBeGreaterThan(50);
  });

  test.each(['toString', '__proto__', 'constructor', 'scan/start', 'settings/state', ''])(
    '%s is no message of a page',
    (type) => {
      expect(isPageToPanel({ type, body: {} })).toBe(false);
    },
  );

  test('anything at all never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        expect(typeof isPageToPanel(value)).toBe('boolean');
        expect(typeof isPageToPanel({ type: 'scan/done', body: value })).toBe('boolean');
        expect(typeof isPanelToPage({ type: 'scan/start', body: value })).toBe('boolean');
      }),
    );
  });
});
