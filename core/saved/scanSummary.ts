import type { CaptureChannel, IndexedRecord } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import type { FieldClass } from '../fields/fieldFacts.ts';
import { sensitiveFieldClasses } from '../fields/sensitiveFieldClasses.ts';
import type { DetectorId } from '../findings/finding.ts';
import { isBlankText } from '../findings/isBlankText.ts';
import { standInsOf } from '../findings/standIns.ts';
import { Treatment, treatmentOf } from '../treatment/treatment.ts';
import { isSavedElement, type PageSnapshot } from './pageSnapshot.ts';

/** What a comparison needs of one scan of a saved page, small enough to be kept for two hundred pages. */
export interface ScanSummary {
  /** By node: the first of its records; -1: it has none; -2: the scan did not meet the node. */
  readonly first: Int32Array;
  /** By record: the next one of its node, or -1. */
  readonly next: Int32Array;
  /** By record: channel, name, stream and part in one number. */
  readonly kinds: Float64Array;
  /** By record: how much of it is seen (`seen`). */
  readonly seen: Uint8Array;
  /** Elements, documents and shadow roots left out. */
  readonly elements: number;
  /** What is recorded for sure: each value, each field that would be. */
  readonly leaks: ReadonlyMap<string, LeakKind>;
}

export type LeakKind =
  | { readonly type: 'value'; readonly detector: DetectorId }
  | { readonly type: 'field'; readonly class: FieldClass };

/** As `compareScans` ranks them. */
export const seen: Readonly<Record<Treatment, number>> = { excluded: 0, masked: 0, unknown: 1, captured: 2 };

const channels: Readonly<Record<CaptureChannel, number>> = {
  text: 0,
  value: 1,
  attribute: 2,
  comment: 3,
  title: 4,
  url: 5,
  meta: 6,
  jsonld: 7,
  style: 8,
  resource: 9,
  console: 10,
  interaction: 11,
};
const maxParts = 65_536;

/**
 * Attributes that were kept as they are hold names of a developer and no content: whether those are sent is no reason to
 * call an element visible.
 *
 * @param snapshot the ids of its scans are places in its list
 */
export function createScanSummariser({
  nodes,
}: Pick<PageSnapshot, 'nodes'>): (scan: CaptureScan) => ScanSummary {
  const nodeCount = nodes.length;
  /** Names that were met on this page, by number. */
  const names = new Map<string | undefined, number>();

  function kindOf({ channel, name, stream, part }: IndexedRecord): number {
    const number = names.get(name) ?? names.size;
    if (number === names.size) names.set(name, number);
    const kind = (number * 16 + channels[channel]) * 2 + (stream === 'replay' ? 0 : 1);
    return kind * maxParts + Math.min(part, maxParts - 1);
  }

  function isPlainAttribute({ channel, node, name }: IndexedRecord): boolean {
    if (channel !== 'attribute') return false;
    const saved = nodes[node];
    if (!saved || !isSavedElement(saved)) return false;
    return saved.attributes?.some(([own, value]) => own === name && typeof value === 'string') === true;
  }

  return (scan) => {
    const { records } = scan;
    const first = new Int32Array(nodeCount).fill(-2);
    const last = new Int32Array(nodeCount);
    const next = new Int32Array(records.length).fill(-1);
    const kinds = new Float64Array(records.length);
    const visible = new Uint8Array(records.length);
    let elements = 0;
    for (const { id, step } of scan.nodes) {
      first[id] = -1;
      if (!step.startsWith('#')) elements += 1;
    }
    for (let index = 0; index < records.length; index += 1) {
      const record = records[index] as IndexedRecord;
      if (isBlankText(record) || isPlainAttribute(record)) continue;
      const { node } = record;
      if (first[node] === -1) first[node] = index;
      else next[last[node] ?? 0] = index;
      last[node] = index;
      kinds[index] = kindOf(record);
      visible[index] = seen[record.treatment];
    }
    return { first, next, kinds, seen: visible, elements, leaks: leaksOf(scan) };
  };
}

function leaksOf(scan: CaptureScan): ReadonlyMap<string, LeakKind> {
  const leaks = new Map<string, LeakKind>();
  const exposed = new Map<number, boolean>();
  for (const { treatment, output, channel, name, node } of scan.records) {
    const isCaptured = treatment === Treatment.captured;
    if (channel === 'value' && name === undefined)
      exposed.set(node, isCaptured || exposed.get(node) === true);
    if (!isCaptured || output === null) continue;
    for (const index of standInsOf(output)) {
      const value = scan.savedValues?.[index];
      if (value) leaks.set(`value ${index}`, { type: 'value', detector: value.detector });
    }
  }
  const decisions = new Map(scan.nodes.map((node) => [node.id, node.decision]));
  for (const { node, meant } of scan.fields) {
    if (!meant || !sensitiveFieldClasses.has(meant)) continue;
    const possible = scan.decisions[decisions.get(node) ?? -1]?.possible;
    // A recorder that sends no value while there is none: what it would do is its element's decision.
    const isOpen =
      exposed.get(node) ?? (possible !== undefined && treatmentOf(possible) === Treatment.captured);
    if (isOpen) leaks.set(`field ${node}`, { type: 'field', class: meant });
  }
  return leaks;
}
