import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectAll } from '../../../core/detectors/detectAll.ts';
import type { Detector } from '../../../core/detectors/detector.ts';
import { detectors } from '../../../core/detectors/registry.ts';
import { seedFuzz } from '../findings/seedFuzz.ts';

seedFuzz();

function values(text: string, region = 'US'): string[] {
  return detectAll(text, { region })
    .filter((detection) => detection.confidence >= 0.5)
    .map((detection) => `${detection.detector} ${text.slice(detection.start, detection.end)}`);
}

describe('split and disguised values', () => {
  it.each([
    ['email', 'jane.d\u00adoe@exam\u200bple.com'],
    ['payment-card', '4111\u00a01111\u202f1111\u00a01111'],
    ['payment-card', '４１１１ １１１１ １１１１ １１１１'],
    ['iban', 'DE89\u00a03704\u20090044 0532\u00a00130 00'],
    ['phone', '+49\u00a030\u2011901820'],
    ['us-ssn', '536\u201190\u20114399'],
  ])('finds the whole %s in the original text', (id, written) => {
    expect(values(`x ${written} y`)).toEqual([`${id} ${written}`]);
  });
});

describe('overlaps', () => {
  it('reports a card once and not as a phone number', () => {
    expect(values('Card 4111 1111 1111 1111')).toEqual(['payment-card 4111 1111 1111 1111']);
  });
  it('reports the credentials in an address and not an email made of them', () => {
    expect(values('https://jane:s3cret@intra.example/x')).toEqual([
      'url-credential https://jane:s3cret@intra.example'.slice(0, 34),
    ]);
  });
  it('reports an email inside a token parameter next to the token', () => {
    expect(values('?email=a@b.co&access_token=9fA3kQ0zX81mLw72Pd')).toEqual([
      'email a@b.co',
      'api-key 9fA3kQ0zX81mLw72Pd',
    ]);
  });
});

describe('long texts', () => {
  it.each([57_300, 57_344, 61_400, 61_440, 65_500, 65_536])(
    'finds a value at %i, where windows meet',
    (at) => {
      const text = `${'x '.repeat(at / 2)}jane@example.com ${'y '.repeat(50_000)}`;
      const found = detectAll(text, {});
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['jane@example.com']);
    },
  );

  it('gives no detector a text longer than a window, and every text at most 1.2 times', () => {
    let read = 0;
    let longest = 0;
    const counting: Detector = {
      id: 'email',
      examples: { found: [], clean: [] },
      detect(text) {
        read += text.length;
        longest = Math.max(longest, text.length);
        return [];
      },
    };
    detectAll('z'.repeat(1_000_000), {}, [counting]);
    expect(longest).toBe(65_536);
    expect(read).toBeLessThan(1_200_000);
  });
});

const hostile = [
  'a',
  'a@',
  'a.',
  '1 ',
  '1-',
  '(1',
  '+1',
  'eyJ',
  'eyJa.',
  'token=',
  'password: ',
  'https://a:',
  'DE89 ',
  'aa:',
  '::',
  '1.',
  '4111 1111 1111 1111 ',
  '-----BEGIN RSA PRIVATE KEY-----',
  'mongodb://a:',
  '\u00ad',
  '0123456789',
  'a@b.c-',
];

describe('hostile texts', () => {
  it.each(hostile)('takes linear time for 100 KB of %j', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const begin = performance.now();
    detectAll(text, { region: 'US' });
    // A quadratic pattern takes minutes here; the slowest linear one takes about 150 ms.
    expect(performance.now() - begin).toBeLessThan(3000);
  });
});

function placeOf(text: string, id: string): [number, number] {
  const found = detectAll(text, {}).find((detection) => detection.detector === id);
  return [found?.start ?? 0, found?.end ?? 0];
}

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...hostile,
    'jane@example.com',
    '\ud800',
    '\u200b',
    '👩‍👩‍👧',
    '415-555-2671',
    '192.168.0.1',
    ' ',
    '\n',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
  );

  it('never throws, and gives sorted spans inside the text that do not overlap', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, machine) => {
        let last = 0;
        for (const { start, end, confidence, alternative } of detectAll(text, { region: 'DE', machine })) {
          if (alternative) continue;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds an address wherever it stands between spaces', () => {
    const locals = fc.stringMatching(/^[a-z]\w{0,9}(?:[.+-]\w{1,9})?$/);
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), locals, (around, local) => {
        fc.pre(!around.includes('@') && !around.includes(':'));
        const text = `${around} ${local}@mail.example.co.uk ${around}`;
        expect(text.slice(...placeOf(text, 'email'))).toBe(`${local}@mail.example.co.uk`);
      }),
      { numRuns: 300 },
    );
  });

  it('uses only detectors that are registered once', () => {
    expect(new Set(detectors).size).toBe(detectors.length);
  });
});
