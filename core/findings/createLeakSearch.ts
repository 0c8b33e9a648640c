import type { IndexedRecord } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import type { FieldClass } from '../fields/fieldFacts.ts';
import type { createFindingBuilder } from './createFindingBuilder.ts';
import type { PlantedSearch, PlantedWhere } from './createPlantedSearch.ts';
import type { TextHit, TextScanner } from './createTextScanner.ts';
import type { Finding } from './finding.ts';
import { joinedHits } from './joinedHits.ts';
import { recordContext } from './recordContext.ts';
import { redact } from './redact.ts';
import { textSegments } from './textSegments.ts';

export interface LeakSearchOptions {
  readonly builder: Pick<ReturnType<typeof createFindingBuilder>, 'add'>;
  readonly scanText: TextScanner;
  /** Region of telephone numbers without a country code. */
  readonly region: string | undefined;
  /** What fields are for, where that is known well enough. */
  readonly classOf: (node: number) => FieldClass | undefined;
  /** What the synthetic visitor typed; absent: there was none. */
  readonly planted?: PlantedSearch | undefined;
}

/** Reads capture records in the order they were written down, and reports what is sensitive in them. */
export function createLeakSearch({ builder, scanText, region, classOf, planted }: LeakSearchOptions) {
  const hitsByRecord = new Map<IndexedRecord, readonly TextHit[]>();
  const reportedFields = new Set<number>();
  /** What stands before a text, for the texts that tags cut. */
  const labels = new Map<IndexedRecord, string>();
  let before: string | undefined;

  function read(record: IndexedRecord): void {
    const text = sentText(record);
    if (text === null) return;
    const label = record.channel === 'text' ? before : undefined;
    if (record.channel === 'text' && text.trim() !== '') before = text.trim();
    if (label !== undefined) labels.set(record, label);
    const isWorthReading = scanText.isWorthReading(text);
    if (!isWorthReading && !planted) return;
    const detected = isWorthReading
      ? scanText(text, recordContext(record, region, classOf(record.node), label))
      : [];
    const hits = planted ? planted.mark(text, detected, plantedWhere(record)) : detected;
    if (hits.length === 0) return;
    if (record.channel === 'text') hitsByRecord.set(record, hits);
    for (const hit of hits) report(hit, [record]);
  }

  /** Values that tags cut into pieces: among the records read since the last time. */
  function readJoined({ nodes, records }: Pick<CaptureScan, 'nodes' | 'records'>): void {
    for (const segment of textSegments(nodes, records)) {
      const label = segment[0] && labels.get(segment[0]);
      const scanJoined = (text: string): readonly TextHit[] => {
        const hits = scanText(text, recordContext({ channel: 'text' }, region, undefined, label));
        const isLate = segment.some(({ moment }) => moment === 'mutation');
        return planted ? planted.mark(text, hits, { isLate, isValue: false }) : hits;
      };
      for (const { hit, records: touched } of joinedHits(segment, hitsByRecord, scanJoined))
        report(hit, touched);
    }
    hitsByRecord.clear();
    labels.clear();
  }

  function report(hit: TextHit, records: readonly IndexedRecord[]): void {
    const field = records
      .map((record) => (isFieldValue(record) ? classOf(record.node) : undefined))
      .find(Boolean);
    // An org's own pattern is beside what is known of the field, not instead of it.
    if (hit.own === undefined)
      for (const record of records) if (isFieldValue(record)) reportedFields.add(record.node);
    builder.add({
      key: hit.key,
      kind: kindOf(hit),
      confidence: hit.confidence,
      sample: hit.sample ?? redact(hit.value, hit.detector),
      records,
      ...(hit.own === undefined ? {} : { own: hit.own }),
      ...(hit.planted ? { planted: true } : {}),
      ...(field === undefined || field === 'none' ? {} : { field }),
    });
  }

  return { read, readJoined, reportedFields: reportedFields as ReadonlySet<number> };
}

function kindOf({ detector, scheme, field }: TextHit): Finding['kind'] {
  if (field !== undefined) return { type: 'field', class: field };
  return { type: 'value', detector, ...(scheme === undefined ? {} : { scheme }) };
}

function plantedWhere({ moment, channel }: IndexedRecord): PlantedWhere {
  return { isLate: moment === 'mutation', isValue: channel === 'value' };
}

/** The raw text that leaves, or may leave; null for what is masked or not sent. */
function sentText(record: IndexedRecord): string | null {
  return record.treatment === 'captured' || record.treatment === 'unknown' ? record.output : null;
}

function isFieldValue(record: Pick<IndexedRecord, 'channel' | 'name'>): boolean {
  return record.channel === 'value';
}
