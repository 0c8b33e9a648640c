import { describe, expect, it } from 'vitest';
import { snapshotLimits } from '../../../core/saved/pageSnapshot.ts';
import { readSnapshotFile, writeSnapshotFile } from '../../../core/saved/snapshotFile.ts';
import { SnapshotError } from '../../../core/saved/snapshotShape.ts';
import { snapshotOf } from './snapshotOf.ts';

const document = { in: -1, root: 'document' };
const page = {
  format: 'scrim-page',
  version: 1,
  name: 'Checkout',
  url: 'https://shop.example.com/checkout',
  savedAt: '2026-11-26T01:02:03Z',
  lang: 'en',
  values: [{ detector: 'email', sample: 'j•••@•••.org' }],
  nodes: [
    document,
    { in: 0, tag: 'p', attributes: [['class', 'card']] },
    { in: 1, text: 'text', values: [0] },
  ],
};
const read = (content: unknown) => readSnapshotFile(JSON.stringify(content));
const withNodes = (...nodes: unknown[]) => ({ ...page, nodes: [document, ...nodes] });

describe('a file of saved pages', () => {
  it('is read as it was written, one page or several', async () => {
    const pages = [await snapshotOf('<p class="card">jane@example.org</p>'), await snapshotOf('<b>x</b>')];
    expect(readSnapshotFile(writeSnapshotFile(pages))).toEqual(pages);
    expect(readSnapshotFile(writeSnapshotFile(pages.slice(0, 1)))).toEqual(pages.slice(0, 1));
    expect(read(page)).toEqual([page]);
  });

  it.each<[string, unknown]>([
    ['no object', []],
    ['null', null],
    ['another format', { ...page, format: 'har' }],
    ['another version', { ...page, version: 2 }],
    ['no nodes', { ...page, nodes: [] }],
    ['nodes that are no list', { ...page, nodes: { length: 3 } }],
    ['no document first', { ...page, nodes: [{ in: -1, tag: 'p' }] }],
    ['two documents', withNodes({ in: 0, root: 'document' })],
    ['a node in itself', withNodes({ in: 1, tag: 'p' })],
    ['a node in a later one', withNodes({ in: 7, tag: 'p' })],
    ['a node in a text', withNodes({ in: 0, text: 'text' }, { in: 1, tag: 'p' })],
    ['a node nowhere', withNodes({ in: 'a', tag: 'p' })],
    ['half a node', withNodes({ in: 0.5, tag: 'p' })],
    ['a shadow root of a document', withNodes({ in: 0, root: 'shadow' })],
    ['a root of another kind', withNodes({ in: 0, tag: 'p' }, { in: 1, root: 'portal' })],
    ['markup as a tag', withNodes({ in: 0, tag: '<img src=x onerror=alert(1)>' })],
    ['markup as the name of an attribute', withNodes({ in: 0, tag: 'p', attributes: [['"><script>', 'x']] })],
    ['a value that is not there', withNodes({ in: 0, text: 'text', values: [1] })],
    ['a negative value', withNodes({ in: 0, text: 'text', values: [-1] })],
    ['raw text', withNodes({ in: 0, text: 'jane@example.org' })],
    ['a kind of value nobody knows', { ...page, values: [{ detector: '__proto__', sample: '' }] }],
    ['a control of an odd type', withNodes({ in: 0, tag: 'input', control: { type: 'a b' } })],
    ['a field of no class', withNodes({ in: 0, tag: 'input', control: { type: 'text' }, field: 'toString' })],
    ['a hidden tag with a name', withNodes({ in: 0, tag: 'x-jane', hiddenTag: 'x-•' })],
    ['a name that is too long', { ...page, name: 'x'.repeat(200) }],
    ['a name that is no text', { ...page, name: { toString: 'x' } }],
    ['no time', { ...page, savedAt: '<b>now</b>' }],
    ['a list of pages that is none', { format: 'scrim-pages', version: 1, pages: 'x' }],
    ['one bad page among good ones', { format: 'scrim-pages', version: 1, pages: [page, {}] }],
  ])('is refused as a whole: %s', (_what, content) => {
    expect(() => read(content)).toThrow(SnapshotError);
  });

  it('is refused when it is no JSON, too many pages, too many nodes or nested too deep', () => {
    expect(() => readSnapshotFile('<html>')).toThrow(SnapshotError);
    const many = Array.from({ length: snapshotLimits.pages + 1 }, () => page);
    expect(() => read({ format: 'scrim-pages', version: 1, pages: many })).toThrow(SnapshotError);
    const flat = Array.from({ length: snapshotLimits.nodes + 1 }, () => ({ in: 0, tag: 'b' }));
    expect(() => read({ ...page, nodes: [document, ...flat] })).toThrow(SnapshotError);
    const deep = Array.from({ length: 2000 }, (_, index) => ({ in: index, tag: 'b' }));
    expect(() => read({ ...page, nodes: [document, ...deep] })).toThrow(SnapshotError);
  });

  it('changes no prototype, and keeps nothing that is not of its shape', () => {
    const text = JSON.stringify(page).replace(
      '"format"',
      '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"format"',
    );
    const [back] = readSnapshotFile(text);
    expect(back).toEqual(page);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(Object.keys(back ?? {})).not.toContain('constructor');
    const named = read(withNodes({ in: 0, tag: 'p', attributes: [['__proto__', 'x']] }));
    expect(({} as { x?: number }).x).toBeUndefined();
    expect(named).toHaveLength(1);
  });

  it('brings no raw value in: what a page of ours would not have kept is taken out', () => {
    const dirty = {
      ...page,
      url: 'https://u:p@shop.example.com/u/zorblax-88231?q=jane@example.org#x',
      values: [{ detector: 'email', sample: 'jane.roe@example.org' }],
      nodes: [
        document,
        {
          in: 0,
          tag: 'x-jessica',
          text: 'raw',
          raw: 'jane.roe@example.org',
          hiddenNames: ['zorblax'],
          attributes: [
            ['title', 'Jessica Anderson'],
            ['class', 'card user-jessica order-88231'],
            ['data-customer', 'Zorblax'],
            ['jessica-anderson', 'x'],
            ['id', { shape: 'zorblax•', values: [0], raw: 'Zorblax' }],
            ['href', { kept: '/u/zorblax' }],
          ],
          control: { type: 'text', value: 'Zorblax' },
        },
      ],
    };
    const text = JSON.stringify(read(dirty)).toLowerCase();
    for (const word of ['jane', 'roe', 'jessica', 'anderson', 'zorblax', '88231', 'raw', 'u:p'])
      expect(text.includes(word), word).toBe(false);
  });
});
