import { describe, expect, it } from 'vitest';
import { findLeaks } from '../../../core/findings/findLeaks.ts';
import { decided, field, scanOf } from './scanOf.ts';

const block = [
  [1, 0, 'html'],
  [2, 1, 'p'],
] as const;

describe('values', () => {
  it('reads only what is sent: masked and excluded content is no leak', async () => {
    const scan = scanOf({
      nodes: block,
      records: [
        { node: 2, channel: 'text', output: 'jane@example.com', treatment: 'masked' },
        { node: 2, channel: 'text', part: 2, output: null, treatment: 'excluded' },
      ],
    });
    expect(await findLeaks(scan)).toEqual([]);
  });

  it('says leak for captured and possible for unknown', async () => {
    const scan = scanOf({
      nodes: block,
      records: [
        { node: 2, channel: 'text', output: 'jane@example.com' },
        { node: 2, channel: 'comment', output: 'bob@example.com', treatment: 'unknown', policy: 'comment' },
      ],
    });
    const found = await findLeaks(scan);
    expect(found.map(({ certainty, places }) => [certainty, places[0].channel])).toEqual([
      ['leak', 'text'],
      ['possible', 'comment'],
    ]);
    expect(found[1]?.places[0]).toMatchObject({ why: 'unknown-content', policy: 'comment' });
  });

  it('makes one finding of one value in several channels, most exposed first', async () => {
    const scan = scanOf({
      nodes: block,
      records: [
        { node: 2, channel: 'attribute', name: 'data-owner', output: 'jane@Example.com' },
        { node: 0, channel: 'url', output: 'https://x.example/?mail=jane%40example.com' },
        { node: 2, channel: 'text', output: 'jane@example.com' },
      ],
    });
    const found = await findLeaks(scan);
    expect(found).toHaveLength(1);
    expect(found[0]?.places.map((place) => place.channel)).toEqual(['text', 'url', 'attribute']);
    expect(found[0]?.places[0].path).toBe('html > p');
    expect(found[0]?.sample).toBe('j•••@•••.com');
  });

  it('knows a phone number in both of its spellings', async () => {
    const scan = scanOf({
      nodes: block,
      records: [
        { node: 2, channel: 'text', output: '(415) 555-2671' },
        { node: 2, channel: 'attribute', name: 'href', output: 'tel:+14155552671' },
      ],
    });
    expect(await findLeaks(scan)).toHaveLength(1);
  });

  it('takes the label before a value for its name', async () => {
    const nodes = [
      [1, 0, 'dl'],
      [2, 1, 'dt'],
      [3, 1, 'dd'],
    ] as const;
    const value = { node: 3, channel: 'text', output: '4155552671' } as const;
    const labelled = scanOf({ nodes, records: [{ node: 2, channel: 'text', output: 'Phone' }, value] });
    const ordered = scanOf({ nodes, records: [{ node: 2, channel: 'text', output: 'Order' }, value] });
    expect(await findLeaks(labelled)).toHaveLength(1);
    expect(await findLeaks(ordered)).toEqual([]);
  });

  it('never lets a raw value out', async () => {
    const values = [
      'jane.doe@example.com',
      '4111111111111111',
      '536-90-4399',
      '+49 30 901820',
      'DE89370400440532013000',
    ];
    const scan = scanOf({
      nodes: block,
      records: values.map((output, index) => ({
        node: 2,
        channel: 'text' as const,
        part: index + 1,
        output,
      })),
    });
    const found = await findLeaks(scan);
    expect(found).toHaveLength(values.length);
    for (const value of values) expect(JSON.stringify(found)).not.toContain(value);
  });
});

describe('text cut by tags', () => {
  const cut = [
    [1, 0, 'p'],
    [2, 1, 'b', 1],
  ] as const;
  const records = [
    { node: 1, channel: 'text', part: 1, output: 'Mail j@' },
    { node: 1, channel: 'text', part: 2, output: '.com now' },
    { node: 2, channel: 'text', part: 1, output: 'example' },
  ] as const;

  it('finds a value that inline tags split', async () => {
    const found = await findLeaks(scanOf({ nodes: cut, records }));
    expect(found).toHaveLength(1);
    expect(found[0]?.sample).toBe('j•••@•••.com');
    expect(found[0]?.places.map((place) => place.node)).toEqual([1, 2]);
  });

  it('knows what stands before it', async () => {
    const nodes = [
      [1, 0, 'dl'],
      [2, 1, 'dt'],
      [3, 1, 'dd'],
      [4, 3, 'b', 1],
    ] as const;
    const value = [
      { node: 3, channel: 'text', part: 1, output: '41555' },
      { node: 4, channel: 'text', output: '52671' },
    ] as const;
    const scan = (label: string) =>
      scanOf({ nodes, records: [{ node: 2, channel: 'text', output: label }, ...value] });
    expect(await findLeaks(scan('Phone'))).toHaveLength(1);
    expect(await findLeaks(scan('Order'))).toEqual([]);
  });

  it('does not join over a block', async () => {
    const nodes = [
      [1, 0, 'p'],
      [2, 1, 'div', 1],
    ] as const;
    expect(await findLeaks(scanOf({ nodes, records }))).toEqual([]);
  });

  it('does not join over a masked part', async () => {
    const masked = records.map((one) =>
      one.node === 2 ? { ...one, treatment: 'masked' as const, output: 'xxxxxxx' } : one,
    );
    expect(await findLeaks(scanOf({ nodes: cut, records: masked }))).toEqual([]);
  });

  it('does not spoil a value by the word that follows it', async () => {
    const scan = scanOf({
      nodes: [
        [1, 0, 'p'],
        [2, 1, 'span'],
        [3, 1, 'span'],
      ],
      records: [
        { node: 2, channel: 'text', output: 'jane@example.com' },
        { node: 3, channel: 'text', output: 'Edit' },
      ],
    });
    const found = await findLeaks(scan);
    expect(found.map(({ places }) => places.map((place) => place.node))).toEqual([[2]]);
  });
});

describe('fields', () => {
  const nodes = [
    [1, 0, 'form'],
    [2, 1, 'input'],
  ] as const;

  it('counts an empty field that would be recorded once typed', async () => {
    const scan = scanOf({
      nodes,
      records: [{ node: 2, channel: 'value', output: '' }],
      fields: [field(2, { autocomplete: 'cc-number' })],
    });
    const found = await findLeaks(scan);
    expect(found).toMatchObject([
      {
        kind: { type: 'field', class: 'cc-number' },
        certainty: 'leak',
        severity: 'critical',
        sample: '',
        places: [{ why: 'default-unmasked' }],
      },
    ]);
  });

  it('does not count a masked one', async () => {
    const records = [
      { node: 2, channel: 'value', output: '', treatment: 'masked', decision: decided.masked },
    ] as const;
    expect(await findLeaks(scanOf({ nodes, records, fields: [field(2, { name: 'email' })] }))).toEqual([]);
  });

  it('goes by the element where no value is sent yet', async () => {
    const found = await findLeaks(scanOf({ nodes, records: [], fields: [field(2, { name: 'email' })] }));
    expect(found).toMatchObject([{ kind: { type: 'field', class: 'email' }, certainty: 'leak' }]);
  });

  it('counts a filled field once, as the value, and names the field', async () => {
    const records = [
      { node: 2, channel: 'value', output: 'jane@example.com' },
      { node: 2, channel: 'attribute', name: 'value', output: 'jane@example.com' },
    ] as const;
    const found = await findLeaks(scanOf({ nodes, records, fields: [field(2, { type: 'email' })] }));
    expect(found).toMatchObject([
      {
        kind: { type: 'value', detector: 'email' },
        field: 'email',
        places: [{ channel: 'value' }, { channel: 'attribute' }],
      },
    ]);
    expect(found).toHaveLength(1);
  });

  it('says nothing about a search box', async () => {
    expect(
      await findLeaks(
        scanOf({
          nodes,
          records: [{ node: 2, channel: 'value', output: '' }],
          fields: [field(2, { name: 'q', type: 'search' }, 'Search')],
        }),
      ),
    ).toEqual([]);
  });
});

describe('why', () => {
  it.each([
    [{ channel: 'text', decision: decided.captured }, 'no-rule'],
    [{ channel: 'value', decision: decided.captured }, 'default-unmasked'],
    [{ channel: 'text', decision: decided.unmasked }, 'unmask-rule'],
    [
      { channel: 'attribute', name: 'title', decision: decided.masked, treatment: 'unknown' },
      'attribute-undocumented',
    ],
    [{ channel: 'attribute', name: 'src', decision: decided.masked }, 'attribute-not-covered'],
    [{ channel: 'style', decision: decided.masked }, 'channel-not-covered'],
    [{ channel: 'text', decision: decided.unknown, treatment: 'unknown' }, 'unknown-rule'],
    [{ channel: 'title', decision: decided.captured }, 'not-governed'],
  ] as const)('%j is recorded because: %s', async (part, why) => {
    const found = await findLeaks(
      scanOf({ nodes: block, records: [{ node: 2, output: 'jane@example.com', ...part }] }),
    );
    expect(found[0]?.places[0].why).toBe(why);
    expect(found[0]?.places[0].rule).toBe(why === 'unmask-rule' ? 'r1' : undefined);
  });
});

describe('long searches', () => {
  const many = scanOf({
    nodes: block,
    records: Array.from({ length: 5000 }, (_, index) => ({
      node: 2,
      channel: 'text' as const,
      part: index + 1,
      output: `user${index}@example.com`,
    })),
  });

  it('report progress and let the host breathe', async () => {
    const progress: number[] = [];
    let breaths = 0;
    await findLeaks(many, {
      onProgress: (done) => void progress.push(done),
      breathe: async () => {
        breaths += 1;
      },
    });
    expect(progress).toEqual([1000, 2000, 3000, 4000, 5000]);
    expect(breaths).toBe(5);
  });

  it('stop when told to, with what was found', async () => {
    let asked = 0;
    const found = await findLeaks(many, { shouldStop: () => ++asked > 2 });
    expect(found).toHaveLength(2000);
  });
});

describe('ids', () => {
  it('are the same for the same page with another value, and differ on one page', async () => {
    const at = (first: string, second: string) =>
      findLeaks(
        scanOf({ nodes: block, records: [{ node: 2, channel: 'text', output: `${first} and ${second}` }] }),
      );
    const ids = (await at('a@example.com', 'b@example.com')).map(({ id }) => id);
    expect((await at('c@example.com', 'd@example.com')).map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
  });
});
