import { describe, expect, test } from 'vitest';
import { isPageToPanel, isPanelToPage } from '../../../core/protocolGuards.ts';

const target = {
  node: 3,
  label: 'td',
  treatment: 'captured',
  rule: -1,
  inherited: true,
  doubts: ['doubt.closed-root'],
  click: 'exclude',
};
const hover = { type: 'picker/hover', body: { target } };
const changed = {
  type: 'examples/changed',
  body: {
    included: [{ node: 3, label: 'td' }],
    excluded: [{ node: 4, label: 'td' }],
    answer: {
      candidates: [{ selector: '.a', count: 1, nodes: [3], stability: 0.8, notes: ['not'] }],
      excepted: { selector: '.a', exceptions: ['.b'] },
      closest: { selector: '.a', missed: [3], wrong: [4] },
    },
  },
};

/** Every way to put something else in the place of a leaf, and every way to leave one out. */
function* corruptions(value: unknown, put: (changed: unknown) => unknown): Generator<unknown> {
  const others = typeof value === 'object' ? ['text', 7, true] : [{}, [], null];
  for (const wrong of others) yield put(wrong);
  if (typeof value === 'number') yield put(Number.NaN);
  if (typeof value === 'string') yield put('x'.repeat(300_000));
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const within = (next: unknown) =>
      put(Array.isArray(value) ? value.with(Number(key), next) : { ...value, [key]: next });
    yield* corruptions(item, within);
  }
}

describe('what a page says while something is picked', () => {
  test.each([hover, changed])('$type is taken when it is well-formed', (message) => {
    expect(isPageToPanel(message)).toBe(true);
  });

  test.each([hover, changed])('$type is refused with anything wrong at any depth', (message) => {
    let tried = 0;
    for (const body of corruptions(message.body, (next) => next)) {
      // `target: null` says that nothing is under the pointer.
      if (JSON.stringify(body) === '{"target":null}') continue;
      tried += 1;
      expect(isPageToPanel({ ...message, body }), JSON.stringify(body)?.slice(0, 300)).toBe(false);
    }
    expect(tried).toBeGreaterThan(15);
  });

  test('a click that does something unheard of is refused', () => {
    expect(isPageToPanel({ ...hover, body: { target: { ...target, click: 'save' } } })).toBe(false);
  });

  test.each(['included', 'excluded', 'answer'])('%s may not be missing', (name) => {
    const body: Record<string, unknown> = { ...changed.body };
    delete body[name];
    expect(isPageToPanel({ ...changed, body })).toBe(false);
  });
});

describe('what the panel says', () => {
  test('examples are two lists of numbers', () => {
    const set = (body: unknown) => isPanelToPage({ type: 'examples/set', body });
    expect(set({ included: [1], excluded: [] })).toBe(true);
    for (const wrong of [
      { included: [1] },
      { included: ['1'], excluded: [] },
      { included: 1, excluded: [] },
      {},
    ])
      expect(set(wrong), JSON.stringify(wrong)).toBe(false);
  });

  test('the picker is armed for one element or for many, and nothing else', () => {
    expect(isPanelToPage({ type: 'picker/arm', body: { forExamples: true } })).toBe(true);
    expect(isPanelToPage({ type: 'picker/arm', body: {} })).toBe(false);
    expect(isPanelToPage({ type: 'picker/arm', body: { forExamples: 'yes' } })).toBe(false);
  });
});
