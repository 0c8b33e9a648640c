import type { IndexedRecord, Uninspected } from './captureRecord.ts';
import type { CaptureScan } from './captureScan.ts';

/** The lists of a scan, in the order they cross a border. `uninspected` is last: cutting may add to it. */
export const scanLists = [
  'rules',
  'matchCounts',
  'problems',
  'decisions',
  'nodes',
  'records',
  'fields',
  'uninspected',
] as const;
export type ScanList = (typeof scanLists)[number];

/** Some items of some lists of a scan. */
export type ScanPart = Partial<Pick<CaptureScan, ScanList>>;
/** What a scan is beside its lists. */
export type ScanHead = Pick<CaptureScan, 'profile' | 'url' | 'lang'>;

/** JSON of a record without its output: names, numbers and punctuation, measured at 150 and rounded up. */
const recordOverhead = 240;
const nodeLength = 120;
/** Names and brackets of the lists in one part. */
const partOverhead = 200;
/** A control character takes six characters of JSON; nothing takes more. */
const worstEscape = 6;

/**
 * Cuts a scan into parts whose JSON stays under a length, in order. A single value that alone is longer is cut,
 * and the cut is reported in `uninspected`: what was not passed on was not looked at.
 *
 * @param maxLength UTF-16 units of JSON per part
 */
export function* chunkScan(scan: Pick<CaptureScan, ScanList>, maxLength: number): Generator<ScanPart> {
  const cut: Uninspected[] = [];
  let part: Partial<Record<ScanList, unknown[]>> = {};
  let length = partOverhead;
  for (const list of scanLists) {
    const items: readonly unknown[] = list === 'uninspected' ? [...scan.uninspected, ...cut] : scan[list];
    for (const given of items) {
      const item = list === 'records' ? shorten(given as IndexedRecord, maxLength, cut) : given;
      const needed = lengthOf(list, item);
      if (length + needed > maxLength && length > partOverhead) {
        yield part as ScanPart;
        part = {};
        length = partOverhead;
      }
      length += needed;
      part[list] ??= [];
      part[list].push(item);
    }
  }
  yield part as ScanPart;
}

/** At least the JSON of the item and its comma; exact where items are few. */
function lengthOf(list: ScanList, item: unknown): number {
  if (list === 'records') return recordOverhead + jsonLength((item as IndexedRecord).output ?? '');
  if (list === 'nodes') return nodeLength + (item as CaptureScan['nodes'][number]).step.length;
  return JSON.stringify(item).length + 1;
}

function shorten(record: IndexedRecord, maxLength: number, cut: Uninspected[]): IndexedRecord {
  const { output } = record;
  const longest = Math.floor((maxLength - recordOverhead - partOverhead) / 2);
  if (output === null || jsonLength(output) <= longest) return record;
  cut.push({
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
