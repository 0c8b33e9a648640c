import { describe, expect, test } from 'vitest';
import { createMaskAllStore } from '../../../components/state/createMaskAllStore.ts';
import type { SettingsStore } from '../../../components/state/createSettingsStore.ts';
import type { Finding } from '../../../core/findings/finding.ts';
import type { PageState } from '../../../core/pageState.ts';
import type { Message, PageToPanel, PanelToPage } from '../../../core/protocol.ts';
import type { RankedSelector } from '../../../core/selectors/rankedSelector.ts';

const finding = (node: number, channel = 'text') =>
  ({ places: [{ node, channel, path: 'p' }] }) as unknown as Finding;
const candidate = (selector: string, nodes: readonly number[], count = nodes.length): RankedSelector => ({
  selector,
  nodes,
  count,
  stability: 0.8,
  notes: [],
});

/** A page that suggests what is written here for each node. */
function open(suggestions: Readonly<Record<number, readonly RankedSelector[]>>) {
  let moved: () => void = () => undefined;
  let heard: (message: Message<PageToPanel>) => void = () => undefined;
  const asked: Message<PanelToPage>[] = [];
  const run: [name: string, body: unknown][] = [];
  let last = 0;
  const next = () => {
    last += 1;
    return last;
  };
  const page = {
    onState: (listener: (state: PageState) => void) => {
      moved = () => listener({ kind: 'waiting' });
    },
    onMessage: (listener: typeof heard) => {
      heard = listener;
    },
    send(message: Message<PanelToPage>) {
      asked.push(message);
      if (message.type !== 'selectors/suggest') return;
      const { requestId, node } = message.body;
      const candidates = suggestions[node] ?? [];
      queueMicrotask(() => heard({ type: 'selectors/suggested', body: { requestId, candidates } }));
    },
    reconnect: () => undefined,
    inspectFrame: () => undefined,
  };
  const settings = {
    run: async (name: string, body: unknown) => {
      run.push([name, body]);
      return true;
    },
  } as unknown as SettingsStore;
  const store = createMaskAllStore({
    page,
    settings,
    nextId: next,
    newId: () => `id-${next()}`,
    nameFor: ({ action, selector }) => `${action} ${selector}`,
    signal: new AbortController().signal,
  });
  return { store, asked, run, hear: (message: Message<PageToPanel>) => heard(message), move: () => moved() };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));
const proposed = ({ store }: ReturnType<typeof open>) =>
  store.present
    .peek()
    ?.proposals.map(({ selector, action, covers, count }) => [selector, action, covers.length, count]);

describe('mask all of a kind', () => {
  test('asks once for what one selector covers, and counts what else it would hide', async () => {
    const world = open({ 1: [candidate('.mail', [1, 2, 3, 9])], 4: [candidate('.owner', [4])] });
    world.store.open('email', [finding(1), finding(2), finding(3), finding(4, 'attribute')]);
    await settled();
    expect(proposed(world)).toEqual([
      ['.owner', 'exclude', 1, 1],
      ['.mail', 'mask', 3, 4],
    ]);
    expect(world.asked.filter(({ type }) => type === 'selectors/suggest')).toHaveLength(2);
    expect(world.store.present.peek()).toMatchObject({ phase: 'ready', missed: 0 });
  });

  test('says what no selector was found for', async () => {
    const world = open({ 1: [candidate('.mail', [1])] });
    world.store.open('email', [finding(1), finding(2), finding(3, 'url')]);
    await settled();
    expect(world.store.present.peek()).toMatchObject({ phase: 'ready', missed: 1, unreachable: 1 });
  });

  test('masks nothing that must be excluded, nor what is excluded already', async () => {
    const world = open({ 1: [candidate('.p', [1, 2])], 2: [candidate('.p', [1, 2])] });
    world.store.open('email', [finding(1), finding(2, 'attribute')]);
    await settled();
    expect(proposed(world)).toEqual([['.p', 'exclude', 2, 2]]);
  });

  test('follows an edit, and counts what is then left open', async () => {
    const world = open({ 1: [candidate('.mail', [1, 2])] });
    world.store.open('email', [finding(1), finding(2)]);
    await settled();
    const id = world.store.present.peek()?.proposals[0]?.id ?? '';
    world.store.edit(id, { selector: '.first' });
    expect(proposed(world)).toEqual([['.first', 'mask', 0, null]]);
    const question = world.asked.findLast(({ type }) => type === 'preview/match');
    const requestId = question?.type === 'preview/match' ? question.body.requestId : -1;
    world.hear({
      type: 'preview/result',
      body: { requestId, count: 1, nodes: [1], spared: [], milliseconds: 0 },
    });
    expect(proposed(world)).toEqual([['.first', 'mask', 1, 1]]);
    expect(world.store.present.peek()?.missed).toBe(1);
    world.store.drop(id);
    expect(world.store.present.peek()).toMatchObject({ proposals: [], missed: 2 });
  });

  test('drafts each rule like every other edit, and takes them all back', async () => {
    const world = open({ 1: [candidate('.mail', [1])], 2: [candidate('.owner', [2])] });
    world.store.open('email', [finding(1), finding(2)]);
    await settled();
    await world.store.save();
    expect(world.run.map(([name]) => name)).toEqual(['draft/apply', 'draft/apply']);
    expect(world.run[0]?.[1]).toMatchObject({
      operation: { kind: 'create', content: { selector: '.mail', action: 'mask', name: 'mask .mail' } },
    });
    expect(world.store.present.peek()).toMatchObject({ phase: 'saved', saved: 2 });
    await world.store.undo();
    expect(world.run.slice(2).map(([name]) => name)).toEqual(['draft/undo', 'draft/undo']);
    expect(world.store.present.peek()).toBeNull();
  });

  test('is forgotten when there is another page', async () => {
    const world = open({ 1: [candidate('.mail', [1])] });
    world.store.open('email', [finding(1)]);
    await settled();
    world.move();
    expect(world.store.present.peek()).toBeNull();
  });

  test('asks a page of a thousand places a bounded number of times', async () => {
    const world = open({});
    world.store.open(
      'email',
      Array.from({ length: 1000 }, (_, node) => finding(node + 1)),
    );
    await settled();
    expect(world.asked.filter(({ type }) => type === 'selectors/suggest')).toHaveLength(60);
    expect(world.store.present.peek()).toMatchObject({ phase: 'ready', missed: 1000 });
  });
});
