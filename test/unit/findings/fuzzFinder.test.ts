import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndexedRecord, NodeEntry } from '../../../core/capture/captureRecord.ts';
import { detectAll } from '../../../core/detectors/detectAll.ts';
import type { Detector } from '../../../core/detectors/detector.ts';
import { normaliseText } from '../../../core/detectors/normaliseText.ts';
import { detectors } from '../../../core/detectors/registry.ts';
import { decodings } from '../../../core/findings/decodings.ts';
import { findLeaks } from '../../../core/findings/findLeaks.ts';
import { scanOf } from './scanOf.ts';
import { seedFuzz } from './seedFuzz.ts';

seedFuzz();

/** What encodings, markup and invisible characters are made of. */
const pieces = fc.constantFrom(
  'jane@example.com',
  '4111 1111 1111 1111',
  'DE89370400440532013000',
  '+44 20 7946 0958',
  '%40',
  '%2540',
  '%',
  '&#64;',
  '&commat;',
  '&',
  '\\u0040',
  '\\40 ',
  '\\\\\\',
  'amFuZUBleGFtcGxlLmNvbQ==',
  '==',
  '<b>',
  '</b>',
  '<',
  '\u00ad',
  '\u200b',
  '\u202e',
  '１２３',
  '𝟏𝟐',
  '\u{e0041}',
  '\ud835',
  '\udb40',
  '٤',
  '\u00a0',
  '+',
  '?a=',
  '{"a":"',
  '\n',
  '\0',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
);

describe('normaliseText', () => {
  test('gives each character the place it had, in order, and the whole text its ends', () => {
    fc.assert(
      fc.property(texts, (original) => {
        const { text, originalStart, originalEnd } = normaliseText(original);
        let last = 0;
        for (let index = 0; index < text.length; index += 1) {
          const start = originalStart(index);
          const end = originalEnd(index + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(original.length);
          // What stood there is that character, however it was written.
          expect(normaliseText(original.slice(start, end)).text).toBe(text.charAt(index));
          last = end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('leaves alone what is plain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(normaliseText(text).text).toBe(text);
      }),
    );
  });
});

describe('a value in 200 KB of text', () => {
  const length = 200_000;
  const fillers = [
    'lorem ipsum ',
    '{"id":"12345678-3","at":1700000000000},',
    'a b\u00a0c\u200b ',
    '.card-1 { margin: 3px }\n',
    'ご注文 ',
  ];
  const values = [
    ['email', 'jane.doe@example.com'],
    ['payment-card', '4111 1111 1111 1111'],
    ['iban', 'DE89 3704 0044 0532 0130 00'],
    ['us-ssn', '536-90-4399'],
    ['phone', '+44 20 7946 0958'],
    ['mac-address', '00:00:5E:00:53:AF'],
  ] as const;

  test('is found at any offset, whatever stands around it, with its exact ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: length - 100 }),
        fc.constantFrom(...fillers),
        fc.constantFrom(...values),
        (at, filler, [id, value]) => {
          const around = filler.repeat(Math.ceil(length / filler.length));
          // Not beside a number: four digits more, and nobody could tell where it ends.
          const text = `${around.slice(0, at)}; ${value}; ${around.slice(at, length - value.length)}`;
          const found = detectAll(text, {}).filter(({ detector }) => detector === id);
          expect(found.map(({ start, end }) => text.slice(start, end))).toContain(value);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('work', () => {
  /** Counts what detectors are given in place of looking for anything. */
  function counter() {
    let characters = 0;
    const detector: Detector = {
      id: 'email',
      examples: { found: [], clean: [] },
      detect(text) {
        characters += text.length;
        return [];
      },
    };
    return { detector, characters: () => characters };
  }

  test('is linear in the text: each detector is given at most 1.2 times as much, decoded readings at most four times', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 4000 }), (piece, times) => {
        const text = piece.repeat(times).slice(0, 300_000);
        const { detector, characters } = counter();
        detectAll(text, {}, [detector]);
        expect(characters()).toBeLessThanOrEqual(1.2 * text.length + 1);
        const decoded = decodings(text);
        const total = decoded.reduce((sum, reading) => sum + reading.length, 0);
        expect(total).toBeLessThanOrEqual(4 * text.length + 262_144);
        expect(decoded.length).toBeLessThanOrEqual(16);
      }),
      { numRuns: 150 },
    );
  });

  test('of a detector is stopped by nothing that a text says', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const detector of detectors) expect(Array.isArray(detector.detect(text, {}))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('findLeaks', () => {
  const anyNode = fc.integer({ min: -1, max: 12 });
  const records = fc.record({
    node: anyNode,
    part: fc.integer({ min: -1, max: 5 }),
    channel: fc.constantFrom(
      'text',
      'value',
      'attribute',
      'comment',
      'title',
      'url',
      'meta',
      'jsonld',
      'style',
      'resource',
      'console',
      'interaction',
    ),
    stream: fc.constantFrom('replay', 'telemetry'),
    name: fc.option(fc.oneof(fc.constantFrom('href', 'data-x', 'constructor', '__proto__'), texts), {
      nil: undefined,
    }),
    moment: fc.constantFrom('snapshot', 'mutation'),
    treatment: fc.constantFrom('captured', 'masked', 'excluded', 'unknown'),
    output: fc.option(texts, { nil: null }),
    decision: fc.integer({ min: -2, max: 9 }),
    policy: fc.option(fc.constant('comment'), { nil: undefined }),
  }) satisfies fc.Arbitrary<IndexedRecord>;
  const nodes = fc.record({
    id: anyNode,
    parent: anyNode,
    step: fc.oneof(
      fc.constantFrom('p', 'b', 'span:nth-child(2)', 'x-a', '#document', '#shadow-root', ''),
      texts,
    ),
    decision: fc.integer({ min: -1, max: 9 }),
    textsBefore: fc.option(fc.integer({ min: -1, max: 5 }), { nil: undefined }),
  }) satisfies fc.Arbitrary<NodeEntry>;

  test('throws on no records, however little they fit together, and lets no raw value out', async () => {
    const scans = fc.tuple(fc.array(records, { maxLength: 20 }), fc.array(nodes, { maxLength: 12 }), texts);
    await fc.assert(
      fc.asyncProperty(scans, async ([written, entries, lang]) => {
        const scan = { ...scanOf({ records: [], lang, url: lang }), records: written, nodes: entries };
        const found = await findLeaks(scan);
        for (const { places } of found) expect(places.length).toBeGreaterThan(0);
        const samples = found.map(({ sample }) => sample).join(' ');
        expect(samples).not.toContain('jane@example.com');
        expect(samples).not.toContain('4111 1111');
      }),
      { numRuns: 300 },
    );
  });
});
