import type { FieldFacts } from '../fields/fieldFacts.ts';
import type { IndexedRecord, NodeEntry, Uninspected } from './captureRecord.ts';
import type { CaptureScan } from './captureScan.ts';

export interface ScanPart {
  readonly nodes: readonly NodeEntry[];
  readonly records: readonly IndexedRecord[];
  readonly fields: readonly FieldFacts[];
}

/** JSON of a record without its output: names, numbers and punctuation, measured at 150 and rounded up. */
const recordOverhead = 240;
const nodeLength = 110;
/** A control character takes six characters of JSON; nothing takes more. */
const worstEscape = 6;

/**
 * Cuts a scan into parts whose JSON stays under a length, in order. A single value that alone is longer is cut,
 * and the cut is reported: what was not passed on was not looked at.
 *
 * @param maxLength UTF-16 units of JSON per part
 * @param onCut told about every value that was cut
 */
export function* chunkScan(
  scan: Pick<CaptureScan, 'nodes' | 'records' | 'fields'>,
  maxLength: number,
  onCut: (uninspected: Uninspected) => void,
): Generator<ScanPart> {
  let part = emptyPart();
  let length = 0;

  function* room(needed: number): Generator<ScanPart> {
    if (length > 0 && length + needed > maxLength) {
      yield part;
      part = emptyPart();
      length = 0;
    }
    length += needed;
  }

  for (const node of scan.nodes) {
    yield* room(nodeLength + node.step.length);
    part.nodes.push(node);
  }
  for (const record of scan.records) {
    const fitted = shorten(record, maxLength, onCut);
    yield* room(recordOverhead + jsonLength(fitted.output ?? ''));
    part.records.push(fitted);
  }
  for (const field of scan.fields) {
    yield* room(JSON.stringify(field).length);
    part.fields.push(field);
  }
  yield part;
}

function emptyPart() {
  return { nodes: [] as NodeEntry[], records: [] as IndexedRecord[], fields: [] as FieldFacts[] };
}

function shorten(
  record: IndexedRecord,
  maxLength: number,
  onCut: (uninspected: Uninspected) => void,
): IndexedRecord {
  const { output } = record;
  const longest = Math.floor((maxLength - recordOverhead) / 2);
  if (output === null || jsonLength(output) <= longest) return record;
  onCut({
    kind: 'partial',
    node: record.node,
    path: '',
    reason: 'value-too-long',
    detail: String(output.length),
  });
  return { ...record, output: output.slice(0, Math.floor(longest / worstEscape)) };
}

/** Exact for long values, where escapes could matter; an upper bound that costs nothing for short ones. */
function jsonLength(text: string): number {
  return text.length < 64 ? text.length * worstEscape + 2 : JSON.stringify(text).length;
}
