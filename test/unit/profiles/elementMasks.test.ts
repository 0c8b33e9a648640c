import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  firstOf,
  type Marked,
  type MarkSource,
  nearestOf,
  nextMarks,
  readMarks,
} from '../../../core/profiles/rrwebFamily/elementMasks.ts';
import { Possible } from '../../../core/treatment/treatment.ts';

const sources: readonly MarkSource[] = [
  { list: 'mask', reach: 'closest' },
  { list: 'unmask', reach: 'closest' },
  { list: 'mask', as: 'near mask', reach: 'nearest' },
  { list: 'unmask', as: 'near unmask', reach: 'nearest' },
  { list: 'self', reach: 'self' },
];
const lists = ['mask', 'unmask', 'self'] as const;

type Hits = Readonly<Record<(typeof lists)[number], Marked>>;

const marked = fc.constantFrom<Marked>(false, false, true, 'maybe');
const chains = fc.array(fc.record({ mask: marked, unmask: marked, self: marked }), {
  minLength: 1,
  maxLength: 4,
});

/** The three ways to ask, from the top of a tree down to an element. */
function verdicts(chain: readonly Hits[]): readonly number[] {
  const marks = chain.reduce(
    (above, hits) => nextMarks(sources, above, ({ list }) => hits[list as 'mask']),
    0,
  );
  const of = readMarks(sources, marks, new Set());
  return [
    firstOf(
      [
        [of('mask'), Possible.masked],
        [of('unmask'), Possible.captured],
      ],
      Possible.masked,
    ),
    nearestOf(
      [
        [of('near mask'), Possible.masked],
        [of('near unmask'), Possible.captured],
      ],
      Possible.masked,
    ),
    firstOf([[of('self'), Possible.captured]], Possible.masked),
  ];
}

/** The same by the vendors' own way: up from the element. */
function plainVerdicts(chain: readonly Hits[]): readonly number[] {
  const up = chain.toReversed();
  const near = up.find((hits) => hits.mask || hits.unmask);
  const anywhere = (list: keyof Hits) => up.some((hits) => hits[list] === true);
  return [
    !anywhere('mask') && anywhere('unmask') ? Possible.captured : Possible.masked,
    near && !near.mask ? Possible.captured : Possible.masked,
    up[0]?.self ? Possible.captured : Possible.masked,
  ];
}

/** Every way in which the doubts may turn out. */
function certainties(chain: readonly Hits[]): Hits[][] {
  return chain.reduce<Hits[][]>(
    (known, hits) => known.flatMap((before) => settled(hits).map((one) => [...before, one])),
    [[]],
  );
}

function settled(hits: Hits): Hits[] {
  return lists.reduce<Hits[]>(
    (known, list) =>
      known.flatMap((one) =>
        hits[list] === 'maybe'
          ? [
              { ...one, [list]: true },
              { ...one, [list]: false },
            ]
          : [one],
      ),
    [hits],
  );
}

test('what is certain is decided as the vendors decide it', () => {
  fc.assert(
    fc.property(chains, (chain) => {
      const [certain = []] = certainties(chain);
      expect(verdicts(certain)).toEqual(plainVerdicts(certain));
    }),
  );
});

test('in doubt every outcome stays possible', () => {
  fc.assert(
    fc.property(chains, (chain) => {
      const found = verdicts(chain);
      for (const certain of certainties(chain))
        plainVerdicts(certain).forEach((verdict, i) => {
          expect((found[i] ?? 0) & verdict).toBe(verdict);
        });
    }),
  );
});

test('what throws is masked, whatever comes after it', () => {
  const marks = readMarks(sources, 0, new Set(['mask']));
  expect(firstOf([[marks('mask'), Possible.captured]], Possible.captured)).toBe(Possible.masked);
});
