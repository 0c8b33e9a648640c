import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import type { EditorStore, LiveMatch, RuleEdit } from '../../../components/state/createEditorStore.ts';
import { createExamplesStore } from '../../../components/state/createExamplesStore.ts';
import { createPickerStore } from '../../../components/state/createPickerStore.ts';
import type { Message, PageToPanel, PanelToPage } from '../../../core/protocol.ts';
import type { RankedSelector } from '../../../core/selectors/rankedSelector.ts';

const candidate = (selector: string, stability: number): RankedSelector => ({
  selector,
  count: 1,
  nodes: [1],
  stability,
  notes: [],
});
const examples = (nodes: readonly number[]) => nodes.map((node) => ({ node, label: 'td' }));

/** The panel with a rule in its editor, and a page that says nothing by itself. */
function open() {
  const listeners: ((message: Message<PageToPanel>) => void)[] = [];
  const sent: Message<PanelToPage>[] = [];
  const abort = new AbortController();
  const page = {
    onState: () => undefined,
    onMessage: (listener: (message: Message<PageToPanel>) => void) => void listeners.push(listener),
    send: (message: Message<PanelToPage>) => void sent.push(message),
    reconnect: () => undefined,
    inspectFrame: () => undefined,
  };
  const tell = (message: Message<PageToPanel>) => {
    for (const listener of listeners) listener(message);
  };
  const edit = signal<RuleEdit | null>({
    id: 'one',
    content: { selector: '.old', exceptions: ['.x'] },
  } as never);
  const live = signal<LiveMatch | null>({
    count: 40,
    nodes: Array.from({ length: 40 }, (_, index) => index + 1),
  });
  const offered: (readonly RankedSelector[])[] = [];
  const changes: unknown[] = [];
  const editor = {
    edit,
    live,
    offer: (candidates: readonly RankedSelector[]) => void offered.push(candidates),
    change: (part: unknown) => void changes.push(part),
  } as unknown as EditorStore;
  const picker = createPickerStore({ page, onPicked: () => undefined, signal: abort.signal });
  const store = createExamplesStore({ page, editor, picker, signal: abort.signal });
  const arm = () => tell({ type: 'picker/armed', body: { armed: true, seenByPage: 0 } });
  const say = (included: readonly number[], excluded: readonly number[], candidates: RankedSelector[] = []) =>
    tell({
      type: 'examples/changed',
      body: {
        included: examples(included),
        excluded: examples(excluded),
        answer: {
          candidates,
          excepted: { selector: '.row', exceptions: ['.x', '.gift'] },
          closest: { selector: '.close', missed: [1], wrong: [] },
        },
      },
    });
  return { store, edit, offered, changes, sent, arm, say };
}

describe('examples in the panel', () => {
  test('begin with the element that was picked', () => {
    const { store, sent } = open();
    store.startWith(7);
    store.collect();
    expect(sent).toEqual([
      { type: 'examples/set', body: { included: [7], excluded: [] } },
      { type: 'picker/arm', body: { forExamples: true } },
    ]);
  });

  test('begin with some matches of a selector that somebody wrote, which stays until something is clicked', () => {
    const { store, sent, say, arm, changes } = open();
    store.collect();
    const [first] = sent;
    expect(first?.type === 'examples/set' && first.body.included).toHaveLength(24);
    arm();
    say([1, 2], [], [candidate('.other', 1)]);
    expect(changes).toEqual([]);
    expect(store.included.value).toHaveLength(2);
    say([1, 2, 3], [], [candidate('.other', 0.5), candidate('.better', 0.9)]);
    expect(changes).toEqual([{ selector: '.better' }]);
  });

  test('keep the selector when it does what they ask', () => {
    const { store, say, arm, changes, offered } = open();
    store.startWith(1);
    store.collect();
    arm();
    say([1], []);
    say([1, 2], [3], [candidate('.old', 0.2), candidate('.better', 0.9)]);
    expect(offered).toHaveLength(1);
    expect(changes).toEqual([]);
  });

  test('change nothing by themselves when no selector tells them apart', () => {
    const { store, say, arm, changes } = open();
    store.startWith(1);
    store.collect();
    arm();
    say([1], []);
    say([1, 2], [3]);
    expect(changes).toEqual([]);
    store.useExcepted();
    store.useClosest();
    expect(changes).toEqual([{ selector: '.row', exceptions: ['.x', '.gift'] }, { selector: '.close' }]);
  });

  test('are not heard of while nobody collects them: a page does not write into the editor', () => {
    const { store, say, offered, changes } = open();
    say([1, 2], [], [candidate('.evil', 1)]);
    expect([store.included.value, offered, changes]).toEqual([[], [], []]);
  });

  test('are forgotten, on the page too, with the rule they are for', () => {
    const { store, edit, say, arm, sent } = open();
    store.startWith(1);
    store.collect();
    arm();
    say([1], []);
    edit.value = null;
    expect(store.included.value).toEqual([]);
    expect(sent.slice(-2)).toEqual([
      { type: 'picker/disarm', body: {} },
      { type: 'examples/set', body: { included: [], excluded: [] } },
    ]);
  });

  test('are taken back one by one', () => {
    const { store, say, arm, sent } = open();
    store.startWith(1);
    store.collect();
    arm();
    say([1], []);
    say([1, 2], [3]);
    store.takeBack(2);
    expect(sent.at(-1)).toEqual({ type: 'examples/set', body: { included: [1], excluded: [3] } });
  });
});
