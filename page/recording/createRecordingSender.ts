import { chunkScan } from '../../core/capture/chunkScan.ts';
import { type Message, maxChunkLength, type PageToPanel } from '../../core/protocol.ts';
import { runSliced } from '../runSliced.ts';
import type { PageRecording } from './recordPage.ts';

/** Often enough for a panel that follows what is typed, seldom enough for a page that never rests. */
const sendEvery = 200;

export interface RecordingSenderOptions {
  /** Number of the scan that the recording began with. */
  readonly recordingId: number;
  readonly signal: AbortSignal;
  readonly send: (message: Message<PageToPanel>) => void;
}

export interface RecordingSender {
  /** Something was written down. */
  schedule(): void;
  /** Nothing is sent before this: the panel gets the first look first. */
  begin(recording: PageRecording): void;
}

/** Sends what a recording writes down, in numbered parts of bounded size. */
export function createRecordingSender({
  recordingId,
  signal,
  send,
}: RecordingSenderOptions): RecordingSender {
  let recording: PageRecording | undefined;
  let sequence = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function schedule(): void {
    if (signal.aborted || !recording || isSending) return;
    timer ??= setTimeout(() => void flush(), sendEvery);
  }

  async function flush(): Promise<void> {
    timer = undefined;
    if (!recording) return;
    isSending = true;
    try {
      await runSliced(sendParts(recording), { signal });
    } catch (error) {
      // The panel was closed or asked for another recording: nobody waits for the rest.
      if (!signal.aborted) throw error;
    } finally {
      isSending = false;
    }
    if (recording.hasLate()) schedule();
  }

  function* sendParts(from: PageRecording): Generator<number, void> {
    const scan = { rules: [], matchCounts: [], problems: [], ...from.take() };
    for (const part of chunkScan(scan, maxChunkLength)) {
      send({ type: 'recording/part', body: { recordingId, sequence, part } });
      sequence += 1;
      yield sequence;
    }
  }

  return {
    schedule,
    begin(begun) {
      recording = begun;
      if (begun.hasLate()) schedule();
    },
  };
}
