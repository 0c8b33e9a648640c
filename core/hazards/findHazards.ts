import type { CaptureChannel, IndexedRecord } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import { severityRank } from '../findings/severityOf.ts';
import type { Hazard, HazardFinding, NoteHazard } from './hazard.ts';
import { createHazardPage } from './hazardPage.ts';
import { hazards } from './registry.ts';

/** A person looks at the first ones; the count says how many there are. */
const maxNodes = 20;
const maxRules = 5;

/**
 * What the recorder does on this page that people do not expect of it: one pass over the records. Findings hold
 * numbers and places, never a value. They change neither the verdict nor an exit code.
 *
 * @returns most severe first, then by how much of the page it concerns
 */
export function findHazards(scan: CaptureScan): HazardFinding[] {
  const page = createHazardPage(scan);
  const byChannel = new Map<CaptureChannel, ((record: IndexedRecord) => void)[]>();
  const running = hazards
    .filter(({ recorders }) => recorders === undefined || recorders.includes(scan.profile))
    .map((hazard) => {
      const tally = createTally(scan);
      const reader = hazard.begin(page, tally.note);
      const { read } = reader;
      for (const channel of read ? reader.channels : [])
        byChannel.set(channel, [...(byChannel.get(channel) ?? []), (record) => read?.(record)]);
      return { hazard, reader, tally };
    });
  for (const record of scan.records) {
    for (const read of byChannel.get(record.channel) ?? []) read(record);
  }
  for (const { reader } of running) reader.finish?.();
  return running
    .flatMap(({ hazard, tally }) => tally.finish(hazard))
    .sort((a, b) => severityRank[a.severity] - severityRank[b.severity] || b.count - a.count);
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
