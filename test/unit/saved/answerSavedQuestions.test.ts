import { describe, expect, it } from 'vitest';
import { answerSavedQuestions } from '../../../components/savedPages/answerSavedQuestions.ts';
import {
  createSavedPagesClient,
  type SavedWorkerLike,
} from '../../../components/savedPages/createSavedPagesClient.ts';
import { createSnapshotAssembly } from '../../../components/savedPages/createSnapshotAssembly.ts';
import type { SavedQuestion } from '../../../components/savedPages/savedQuestions.ts';
import { noLeakSettings } from '../../../core/leakSettings/leakSettings.ts';
import { fullstory } from '../../../core/profiles/fullstory.ts';
import type { Rule, RuleSet } from '../../../core/rules/rule.ts';
import { isSavedElement, type PageSnapshot } from '../../../core/saved/pageSnapshot.ts';
import type { SavedPageStorage } from '../../../core/saved/savedPageStorage.ts';
import { snapshotOf } from './snapshotOf.ts';

function inMemory(pages: PageSnapshot[]): SavedPageStorage {
  const kept = new Map(pages.map((page, index) => [`p${index}`, page]));
  return {
    list: async () =>
      [...kept].map(([id, { name, url, savedAt, nodes }]) => ({
        ...{ id, name, url, savedAt },
        elements: nodes.filter(isSavedElement).length,
        length: JSON.stringify(nodes).length,
      })),
    read: async (id) => kept.get(id),
    add: async (more) => {
      for (const page of more) kept.set(`p${kept.size}`, page);
    },
    rename: async (id, name) => {
      const page = kept.get(id);
      if (page) kept.set(id, { ...page, name });
    },
    remove: async (id) => void kept.delete(id),
    clear: async () => kept.clear(),
  };
}

function clientOver(storage: SavedPageStorage, signal = new AbortController().signal) {
  const asked: SavedQuestion[] = [];
  const start = (): SavedWorkerLike => {
    const listeners: ((event: MessageEvent) => void)[] = [];
    const answer = answerSavedQuestions({
      reply: (data) => {
        for (const listener of listeners) listener({ data: structuredClone(data) } as MessageEvent);
      },
      breathe: () => new Promise((resolve) => setTimeout(resolve)),
      storage,
    });
    return {
      postMessage(question) {
        asked.push(question);
        answer(structuredClone(question));
      },
      addEventListener: (type: string, listener: never) => {
        if (type === 'message') listeners.push(listener);
      },
      terminate: () => undefined,
    };
  };
  return { client: createSavedPagesClient(start, signal), asked };
}

const written = { name: 'r', exceptions: [], action: 'mask', consent: false, scope: 'all' } as const;
const rule = (selector: string): Rule => ({
  ...written,
  ...{ selector, id: 'r1', platforms: ['web'], groupId: '0', editable: 'any' },
});
const before: RuleSet = fullstory.offlineRules();
const withRule = (selector: string) => ({ ...before, rules: [...before.rules, rule(selector)] });
const who = { profile: 'fullstory', options: undefined };

describe('the worker of saved pages', () => {
  it('says for every page what an edit changes there', async () => {
    const pages = [
      await snapshotOf('<!doctype html><p class="card">jane@example.org</p>'),
      await snapshotOf('<!doctype html><p class="row">nothing</p>'),
    ];
    const { client } = clientOver(inMemory(pages));
    const edit = { selector: '.card', exceptions: [] };
    const ask = { ...who, before, after: withRule('.card'), ...edit };
    await client.ask('warm', { ...who, ruleSet: before });
    const { pages: impacts, unread } = await client.ask('impact', ask);
    expect(unread).toBe(0);
    expect(impacts.map(({ matched, impact }) => [matched.sure, impact.hidden, impact.closed.length])).toEqual(
      [
        [1, 1, 1],
        [0, 0, 0],
      ],
    );
    expect(impacts[1]?.impact.unchanged).toBe(4);
    const counts = await client.ask('count', { selectors: ['p', '.card', 'div['] });
    expect(counts).toEqual({
      pages: 2,
      counts: [{ sure: 2, maybe: 0, pages: 2 }, { sure: 1, maybe: 0, pages: 1 }, undefined],
    });
  });

  it('gives up an edit at the next page when there is another one', async () => {
    const page = await snapshotOf('<!doctype html><p class="card">x</p>');
    let reads = 0;
    const storage = inMemory(Array.from({ length: 40 }, () => page));
    const counting = {
      ...storage,
      read: (id: string) => {
        reads += 1;
        return storage.read(id);
      },
    };
    const { client } = clientOver(counting);
    const stop = new AbortController();
    const ask = { ...who, before, after: withRule('.card'), selector: '.card', exceptions: [] };
    const first = client.ask('impact', ask, stop.signal);
    const failed = expect(first).rejects.toThrow('another letter');
    while (reads < 2) await new Promise((resolve) => setTimeout(resolve));
    stop.abort(new Error('another letter'));
    await failed;
    const read = reads;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(reads).toBeLessThanOrEqual(read + 1);
    await expect(client.ask('list', {})).resolves.toHaveLength(40);
  });

  it('keeps a page redacted, and under a name without ids', async () => {
    const storage = inMemory([]);
    const { client } = clientOver(storage);
    const nodes = [
      { in: -1, root: 'document' } as const,
      { in: 0, tag: 'p', attributes: [['title', 'Jane Roe'] as const] },
      { in: 1, kind: 'text' as const, text: 'jane.roe@example.org' },
    ];
    const head = { url: 'https://shop.example.com/order/884231/details?mail=jane', lang: 'en' };
    await client.ask('keep', { nodes, head, savedAt: '2026-11-26T01:02:03Z', leaks: noLeakSettings });
    const page = await storage.read('p0');
    expect(page?.name).toBe('order › details');
    expect(JSON.stringify(page)).not.toMatch(/jane|roe|884231/i);
    const text = await client.ask('write', { ids: ['p0'] });
    await client.ask('clear', {});
    expect(await client.ask('read', { text })).toBe(1);
    expect(await storage.read('p0')).toEqual(page);
  });

  it('refuses a name in which something looks personal, and a file that is none', async () => {
    const { client } = clientOver(inMemory([await snapshotOf('<p>x</p>')]));
    await expect(client.ask('rename', { id: 'p0', name: 'jane.roe@example.org' })).rejects.toMatchObject({
      code: 'name',
    });
    await expect(client.ask('rename', { id: 'p0', name: '  ' })).rejects.toMatchObject({ code: 'name' });
    await expect(client.ask('read', { text: '{"format":"har"}' })).rejects.toMatchObject({ code: 'file' });
    await client.ask('rename', { id: 'p0', name: ' Order  page ' });
    expect(await client.ask('list', {})).toMatchObject([{ name: 'Order page' }]);
  });
});

describe('a page that crosses in parts', () => {
  const head = { url: 'https://shop.example.com/', lang: '' };
  const document = { in: -1, root: 'document' } as const;
  const assemble = (nodes: readonly unknown[], parts = 1) => {
    const assembly = createSnapshotAssembly();
    assembly.begin(7);
    assembly.part({ requestId: 7, nodes: nodes as never });
    return assembly.finish({ requestId: 7, parts, head });
  };

  it('is one only when every part came and its nodes make a tree', () => {
    const paragraph = { in: 0, tag: 'p' };
    expect(assemble([document, paragraph])?.nodes).toHaveLength(2);
    expect(assemble([document, paragraph], 2)).toBeNull();
    expect(assemble([paragraph])).toBeNull();
    expect(assemble([document, { in: 5, tag: 'p' }])).toBeNull();
    expect(assemble([document, { in: 0, kind: 'text', text: 'x' }, { in: 1, tag: 'p' }])).toBeNull();
    expect(assemble([document, document])).toBeNull();
    expect(assemble([document, { in: 0, root: 'shadow' }])).toBeNull();
  });
});
