import type { IndexedRecord } from './captureRecord.ts';

/** Where a simulation puts its records: an array, or a stream of chunks. */
export interface RecordSink {
  add(record: IndexedRecord): void;
}
