import type { CaptureChannel, IndexedRecord } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import { severityRank } from '../findings/severityOf.ts';
import type { RecordingPart } from '../protocol.ts';
import type { Hazard, HazardFinding, NoteHazard } from './hazard.ts';
import { createHazardPage } from './hazardPage.ts';
import { hazards } from './registry.ts';

/** A person looks at the first ones; the count says how many there are. */
const maxNodes = 20;
const maxRules = 5;
/** A page that makes new elements for hours: the recording itself is said to be incomplete then. */
const maxEntries = 1_000_000;

export interface HazardSearch {
  /** What a recording wrote down since its last part; its indexes continue those of the scan it began with. */
  late(part: RecordingPart): void;
  /** Most severe first, then by how much of the page it concerns. What was found once stays. */
  report(): HazardFinding[];
}

/**
 * Reads a scan for hazards, and what is recorded after it: each record once.
 *
 * @param goesOn the recording goes on: what is hidden at first is kept in mind
 */
export function createHazardSearch(scan: CaptureScan, goesOn = false): HazardSearch {
  const page = createHazardPage(scan, goesOn);
  const byChannel = new Map<CaptureChannel, ((record: IndexedRecord) => void)[]>();
  const running = hazards
    .filter(({ recorders }) => recorders === undefined || recorders.includes(scan.profile))
    .map((hazard) => {
      const tally = createTally(scan);
      const reader = hazard.begin(page, tally.note);
      for (const channel of reader.read ? reader.channels : [])
        byChannel.set(channel, [...(byChannel.get(channel) ?? []), (record) => reader.read?.(record)]);
      return { hazard, reader, tally };
    });

  function readAll(records: readonly IndexedRecord[]): void {
    for (const record of records) {
      for (const read of byChannel.get(record.channel) ?? []) read(record);
    }
  }

  readAll(scan.records);
  return {
    late(part) {
      const isFull = page.scan.nodes.length > maxEntries;
      page.add(isFull ? { decisions: part.decisions ?? [] } : part);
      if (!isFull) readAll(part.records ?? []);
    },
    report() {
      for (const { reader } of running) reader.finish?.();
      return running
        .flatMap(({ hazard, tally }) => tally.finish(hazard))
        .sort((a, b) => severityRank[a.severity] - severityRank[b.severity] || b.count - a.count);
    },
  };
}

function createTally(scan: CaptureScan) {
  const counted = new Set<string>();
  const nodes = new Set<number>();
  const rules = new Set<string>();

  const note: NoteHazard = (node, { rule = -1, key = '' } = {}) => {
    counted.add(`${node} ${key}`);
    if (nodes.size < maxNodes && node >= 0) nodes.add(node);
    const known = scan.rules[rule];
    if (known && rules.size < maxRules) rules.add(known.id);
  };

  function finish({ id, severity, unit = 'elements', isRuleProblem }: Hazard): HazardFinding[] {
    if (counted.size === 0) return [];
    const finding = { id, severity, count: counted.size, unit, nodes: [...nodes], rules: [...rules] };
    return [isRuleProblem === undefined ? finding : { ...finding, isRuleProblem }];
  }

  return { note, finish };
}
