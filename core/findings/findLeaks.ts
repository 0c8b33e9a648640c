import type { IndexedRecord } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import { phoneRegionOf } from '../detectors/phoneRegionOf.ts';
import type { FieldClass } from '../fields/fieldFacts.ts';
import { meaningsOfFields } from '../fields/meaningsOfFields.ts';
import { createFindingBuilder } from './createFindingBuilder.ts';
import { createTextScanner, isWorthReading, type TextHit } from './createTextScanner.ts';
import { fieldSightings, minFieldConfidence } from './fieldSightings.ts';
import type { Finding } from './finding.ts';
import { joinedHits } from './joinedHits.ts';
import { recordContext } from './recordContext.ts';
import { redact } from './redact.ts';
import { textSegments } from './textSegments.ts';

export interface FindLeaksOptions {
  /** Asked between chunks; true ends the search with what was found so far. */
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (done: number, total: number) => void;
  /** Awaited between chunks, so that the host can take messages. */
  readonly breathe?: () => Promise<void>;
}

/** About 30 ms of work between two breaths. */
const recordsPerChunk = 1000;

/**
 * Everything sensitive that would be recorded, or may be: values in what is sent, and fields that will hold such.
 *
 * Reads capture records only: masked and excluded content is not sent and cannot leak. Raw values stay inside this
 * call; findings hold redacted samples.
 *
 * @returns most severe first; partial when `shouldStop` said so
 */
export async function findLeaks(scan: CaptureScan, options: FindLeaksOptions = {}): Promise<Finding[]> {
  const meanings = meaningsOfFields(scan.fields);
  const classes = new Map(
    meanings.flatMap(({ node, class: found, confidence }) =>
      confidence >= minFieldConfidence ? [[node, found] as const] : [],
    ),
  );
  const search = createSearch(scan, classes);
  const total = scan.records.length;
  for (let from = 0; from < total; from += recordsPerChunk) {
    if (options.shouldStop?.()) return search.finish();
    for (const record of scan.records.slice(from, from + recordsPerChunk)) search.read(record);
    options.onProgress?.(Math.min(total, from + recordsPerChunk), total);
    await options.breathe?.();
  }
  if (options.shouldStop?.()) return search.finish();
  search.readJoined();
  for (const sighting of fieldSightings(scan, meanings, search.reportedFields)) search.add(sighting);
  return search.finish();
}

function createSearch(scan: CaptureScan, classes: ReadonlyMap<number, FieldClass>) {
  const builder = createFindingBuilder(scan);
  const scanText = createTextScanner();
  const region = phoneRegionOf(scan.lang, hostOf(scan.url));
  const hitsByRecord = new Map<IndexedRecord, readonly TextHit[]>();
  const reportedFields = new Set<number>();
  let before: string | undefined;

  function read(record: IndexedRecord): void {
    const text = sentText(record);
    if (text === null) return;
    const label = record.channel === 'text' ? before : undefined;
    if (record.channel === 'text' && text.trim() !== '') before = text.trim();
    if (!isWorthReading(text)) return;
    const hits = scanText(text, recordContext(record, region, classes.get(record.node), label));
    if (hits.length === 0) return;
    if (record.channel === 'text') hitsByRecord.set(record, hits);
    for (const hit of hits) report(hit, [record]);
  }

  function readJoined(): void {
    for (const segment of textSegments(scan.nodes, scan.records)) {
      for (const { hit, records } of joinedHits(segment, hitsByRecord, (text) =>
        scanText(text, recordContext({ channel: 'text' }, region, undefined, undefined)),
      )) {
        report(hit, records);
      }
    }
  }

  function report(hit: TextHit, records: readonly IndexedRecord[]): void {
    const field = records
      .map((record) => (isFieldValue(record) ? classes.get(record.node) : undefined))
      .find(Boolean);
    for (const record of records) if (isFieldValue(record)) reportedFields.add(record.node);
    builder.add({
      key: hit.key,
      kind: {
        type: 'value',
        detector: hit.detector,
        ...(hit.scheme === undefined ? {} : { scheme: hit.scheme }),
      },
      confidence: hit.confidence,
      sample: redact(hit.value, hit.detector),
      records,
      ...(field === undefined || field === 'none' ? {} : { field }),
    });
  }

  return { read, readJoined, reportedFields, add: builder.add, finish: builder.finish };
}

/** The raw text that leaves, or may leave; null for what is masked or not sent. */
function sentText(record: IndexedRecord): string | null {
  return record.treatment === 'captured' || record.treatment === 'unknown' ? record.output : null;
}

function isFieldValue(record: Pick<IndexedRecord, 'channel' | 'name'>): boolean {
  return record.channel === 'value';
}

/** Host name of an address; '' for none. The URL class belongs to hosts, not to core. */
function hostOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1] ?? '';
}
