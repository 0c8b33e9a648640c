import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPageToPanel, isPanelToPage } from '../../../core/protocolGuards.ts';
import { ruleProblemKinds } from '../../../core/rules/activeRule.ts';

const done = {
  type: 'scan/part',
  body: {
    scanId: 1,
    part: {
      decisions: [{ possible: 1, winner: -1, losers: [2], node: 1, doubts: ['doubt.rule'] }],
      nodes: [{ id: 1, parent: -1, step: '#document', decision: 0 }],
      records: [
        {
          node: 1,
          part: 0,
          channel: 'attribute',
          stream: 'replay',
          name: 'title',
          moment: 'snapshot',
          treatment: 'captured',
          output: 'text',
          decision: 0,
        },
      ],
      fields: [
        {
          node: 1,
          tag: 'input',
          type: 'text',
          attributes: { name: 'city' },
          labels: [{ kind: 'label', text: 'City' }],
          options: ['one'],
          optionCount: 1,
          lang: 'en',
          form: 0,
          maxLength: -1,
          hints: { form: 'checkout' },
        },
      ],
      uninspected: [{ kind: 'frame', path: 'html', reason: 'frame' }],
    },
  },
};

/** Every way to put something else in the place of a leaf of a message. */
function* corruptions(value: unknown, put: (changed: unknown) => unknown): Generator<unknown> {
  const others = typeof value === 'object' ? ['text', 7, true] : [{}, [], () => 1];
  for (const wrong of others) yield put(wrong);
  if (typeof value === 'number') yield put(Number.NaN);
  if (typeof value === 'string') yield put('x'.repeat(300_000));
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

/** What the rule editor is told. */
const told = [
  {
    type: 'selectors/named',
    body: {
      requestId: 1,
      names: [{ kind: 'value', name: 'email', of: 'type', count: 2 }],
      isComplete: true,
    },
  },
  { type: 'preview/compared', body: { requestId: 1, results: [{ count: 1, lost: 0, gained: 1 }] } },
  {
    type: 'preview/result',
    body: {
      requestId: 1,
      count: 1,
      nodes: [1],
      spared: [0],
      milliseconds: 1.5,
      problem: { kind: 'invalid-exception', detail: 'not valid', exception: 0 },
    },
  },
];

describe('what the rule editor is told', () => {
  test.each(told)('$type is taken, and refused with anything wrong in it', (message) => {
    expect(isPageToPanel(message)).toBe(true);
    for (const wrong of corruptions(message.body, (body) => ({ ...message, body })))
      expect(isPageToPanel(wrong), JSON.stringify(wrong)?.slice(0, 300)).toBe(false);
  });

  test('names and comparisons without end are refused', () => {
    const name = { kind: 'class', name: 'a', count: 1 };
    const named = (names: unknown[]) => ({
      type: 'selectors/named',
      body: { requestId: 1, names, isComplete: true },
    });
    expect(isPageToPanel(named(Array(1500).fill(name)))).toBe(true);
    expect(isPageToPanel(named(Array(1501).fill(name)))).toBe(false);
    expect(isPageToPanel(named([{ ...name, name: 'a'.repeat(65) }]))).toBe(false);
    expect(isPageToPanel(named([{ ...name, name: '' }]))).toBe(false);
    const results = Array(25).fill(null);
    expect(isPageToPanel({ type: 'preview/compared', body: { requestId: 1, results } })).toBe(false);
  });

  test('a question with more mends than anybody reads is refused', () => {
    const one = { selector: '.a', exceptions: [] };
    const asked = (after: unknown[]) => ({
      type: 'preview/compare',
      body: { requestId: 1, before: one, after },
    });
    expect(isPanelToPage(asked([one]))).toBe(true);
    expect(isPanelToPage(asked(Array(25).fill(one)))).toBe(false);
    expect(isPanelToPage(asked([{ selector: '.a' }]))).toBe(false);
  });
});

describe('what a page says of a test identity, and of its address', () => {
  const path = 'html > body > form:nth-child(2) > input';
  const filled = {
    type: 'form/filled',
    body: {
      requestId: 1,
      filled: [{ path, class: 'email' }],
      skipped: [{ path, why: 'read-only' }],
      planted: [{ kind: 'email', value: 'a@b.example', path }],
    },
  };

  test.each([
    filled,
    { type: 'form/failed', body: { requestId: 1, reason: 'the page broke' } },
    { type: 'page/route', body: { url: 'https://shop.example.com/#/cart' } },
  ])('$type is taken, and refused with anything wrong in it', (message) => {
    expect(isPageToPanel(message)).toBe(true);
    for (const body of corruptions(message.body, (changed) => changed))
      expect(isPageToPanel({ ...message, body }), JSON.stringify(body)?.slice(0, 300)).toBe(false);
  });

  test.each([
    ['a path that holds an address', { filled: [{ path: 'jane@example.org', class: 'email' }] }],
    ['a path without end', { filled: [{ path: 'p'.repeat(4_001), class: 'email' }] }],
    ['a class that is none', { filled: [{ path, class: 'jane' }] }],
    ['a reason in words', { skipped: [{ path, why: 'it belongs to Jane' }] }],
    ['a value without end', { planted: [{ kind: 'email', value: 'v'.repeat(2_001) }] }],
    ['values without end', { planted: Array(2_001).fill({ kind: 'email', value: 'v' }) }],
    ['a kind that is none', { planted: [{ kind: 'card', value: 'v' }] }],
  ])('%s is refused', (_, wrong) => {
    expect(isPageToPanel({ ...filled, body: { ...filled.body, ...wrong } })).toBe(false);
  });

  test('the page is told to fill by the panel alone: what asks for it is no message of a page', () => {
    const fill = { type: 'form/fill', body: { requestId: 1, seed: 7, locale: 'de' } };
    expect(isPanelToPage(fill)).toBe(true);
    expect(isPageToPanel(fill)).toBe(false);
    for (const body of corruptions(fill.body, (changed) => changed))
      expect(isPanelToPage({ ...fill, body })).toBe(false);
  });
});

describe('messages from a page', () => {
  test('a well-formed message is taken', () => {
    expect(isPageToPanel(done)).toBe(true);
  });

  test.each(ruleProblemKinds)('a rule problem of kind %s is taken', (kind) => {
    const problem = { rule: -1, ruleId: 'mask[0]', kind, selector: '[', list: 'mask', detail: 'not valid' };
    const part = { ...done.body.part, problems: [problem] };
    expect(isPageToPanel({ ...done, body: { ...done.body, part } })).toBe(true);
  });

  test('a message with anything wrong at any depth is refused', () => {
    let tried = 0;
    for (const message of corruptions(done.body, (body) => ({ ...done, body }))) {
      tried += 1;
      expect(isPageToPanel(message), JSON.stringify(message)?.slice(0, 900)).toBe(false);
    }
    expect(tried).toBeGreaterThan(50);
  });

  test('a page that is kept is taken part by part, and refused with anything wrong in it', () => {
    const nodes = [
      { in: -1, root: 'document', quirks: true },
      { in: 0, tag: 'input', ns: 'svg', attributes: [['id', 'x']], control: ['text', 'v'], unread: 'frame' },
      { in: 1, kind: 'comment', text: 'x' },
    ];
    const part = { type: 'snapshot/part', body: { requestId: 1, nodes } };
    expect(isPageToPanel(part)).toBe(true);
    for (const body of corruptions(part.body, (changed) => changed))
      expect(isPageToPanel({ ...part, body }), JSON.stringify(body)?.slice(0, 300)).toBe(false);
    // What passes for two kinds of node would be read as either.
    const both = { in: 0, kind: 'text', text: 'x', tag: 'p' };
    expect(isPageToPanel({ ...part, body: { requestId: 1, nodes: [both] } })).toBe(false);
    const end = { type: 'snapshot/done', body: { requestId: 1, parts: 2, head: { url: 'a:', lang: '' } } };
    expect(isPageToPanel(end)).toBe(true);
    for (const body of corruptions(end.body, (changed) => changed))
      expect(isPageToPanel({ ...end, body })).toBe(false);
    const failed = { type: 'snapshot/failed', body: { requestId: 1, reason: 'too-large' } };
    expect(isPageToPanel(failed)).toBe(true);
    expect(isPageToPanel({ ...failed, body: { requestId: 1, reason: '<b>' } })).toBe(false);
    expect(isPanelToPage({ type: 'snapshot/take', body: { requestId: 1 } })).toBe(true);
    expect(isPanelToPage({ type: 'snapshot/take', body: {} })).toBe(false);
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
