import { type ReadonlySignal, signal } from '@preact/signals';
import type { Message, PageToPanel, RecordingPart } from '../../core/protocol.ts';
import type { PageClient } from '../client.ts';

/** The simulated recording of the present page: it goes on as long as the panel is open. */
export interface RecordingStore {
  /** Number of the scan that it began with; null while none is running. */
  readonly number: ReadonlySignal<number | null>;
  /** Its first look was taken: what changes is written down. */
  readonly isOn: ReadonlySignal<boolean>;
  /** Milliseconds since 1970. */
  readonly since: ReadonlySignal<number>;
  /** Values that it wrote down after its first look. */
  readonly lateRecords: ReadonlySignal<number>;
  /** Parts that nobody has taken yet. */
  readonly waiting: ReadonlySignal<readonly RecordingPart[]>;
  begin(number: number): void;
  end(): void;
  take(): readonly RecordingPart[];
}

export interface RecordingStoreDeps {
  readonly page: PageClient;
  readonly signal: AbortSignal;
  readonly now: () => number;
}

export function createRecordingStore({ page, signal: abort, now }: RecordingStoreDeps): RecordingStore {
  const number = signal<number | null>(null);
  const isOn = signal(false);
  const since = signal(0);
  const lateRecords = signal(0);
  const waiting = signal<readonly RecordingPart[]>([]);
  let expected = 0;

  function begin(next: number | null): void {
    number.value = next;
    isOn.value = false;
    since.value = now();
    lateRecords.value = 0;
    waiting.value = [];
    expected = 0;
  }

  function receive(message: Message<PageToPanel>): void {
    if (message.type === 'scan/done' && message.body.scanId === number.peek()) isOn.value = true;
    if (message.type !== 'recording/part' || message.body.recordingId !== number.peek()) return;
    const { sequence, part } = message.body;
    const parts = sequence === expected ? [part] : [gap, part];
    expected = sequence + 1;
    lateRecords.value += part.records?.length ?? 0;
    waiting.value = [...waiting.peek(), ...parts];
  }
  page.onMessage(receive, abort);

  return {
    number,
    isOn,
    since,
    lateRecords,
    waiting,
    begin,
    end: () => begin(null),
    take() {
      const parts = waiting.peek();
      waiting.value = [];
      return parts;
    },
  };
}

/** A part that did not arrive was not looked at. */
const gap: RecordingPart = { uninspected: [{ kind: 'partial', path: '', reason: 'recording-gap' }] };
