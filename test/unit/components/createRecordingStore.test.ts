import { expect, test } from 'vitest';
import { createRecordingStore } from '../../../components/state/createRecordingStore.ts';
import type { Message, PageToPanel } from '../../../core/protocol.ts';

function open() {
  let listener: (message: Message<PageToPanel>) => void = () => undefined;
  const page = {
    onState: () => undefined,
    onMessage: (heard: typeof listener) => {
      listener = heard;
    },
    send: () => undefined,
    reconnect: () => undefined,
    inspectFrame: () => undefined,
  };
  const store = createRecordingStore({ page, signal: new AbortController().signal, now: () => 5 });
  const part = (recordingId: number, sequence: number) =>
    listener({ type: 'recording/part', body: { recordingId, sequence, part: { records: [] } } });
  return { store, part };
}

test('parts are taken in their order, and only those of this recording', () => {
  const { store, part } = open();
  store.begin(3);
  part(2, 0);
  part(3, 0);
  part(3, 1);
  expect(store.take()).toHaveLength(2);
  expect(store.take()).toEqual([]);
});

test('a part that is missing is not inspected', () => {
  const { store, part } = open();
  store.begin(3);
  part(3, 0);
  part(3, 2);
  expect(store.take().flatMap(({ uninspected = [] }) => uninspected)).toEqual([
    { kind: 'partial', path: '', reason: 'recording-gap' },
  ]);
});

test('another recording forgets the parts of the one before', () => {
  const { store, part } = open();
  store.begin(3);
  part(3, 0);
  store.begin(4);
  expect(store.take()).toEqual([]);
});
