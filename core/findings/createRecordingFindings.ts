import type { Uninspected } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import { createPaths } from '../capture/pathIndex.ts';
import type { DetectorBudget } from '../detectors/detectorBudget.ts';
import type { FieldClass } from '../fields/fieldFacts.ts';
import type { CustomDetectors } from '../leakSettings/createCustomDetectors.ts';
import type { RecordingPart } from '../protocol.ts';
import type { Decision } from '../treatment/decision.ts';
import { createFindingBuilder, type FindingDraft, finishFindings } from './createFindingBuilder.ts';
import { createLeakSearch } from './createLeakSearch.ts';
import { createTextScanner } from './createTextScanner.ts';
import type { Finding, LeakPlace } from './finding.ts';
import { type FindLeaksOptions, fieldClassesOf, regionOf, searchScan } from './findLeaks.ts';

/** A page that makes new elements for hours: past this the recording is said to be incomplete. */
const maxNodes = 1_000_000;
const maxFindings = 5000;

export interface RecordingReport {
  readonly findings: readonly Finding[];
  readonly uninspected: readonly Uninspected[];
}

/** Everything that a recording has sent so far, and what a new look at the page would send. */
export interface RecordingFindings {
  /** The page as it is now. Replaces the last look; what the recording wrote down stays. */
  look(scan: CaptureScan, options: FindLeaksOptions): Promise<void>;
  /** What the recording wrote down since its last part. */
  late(part: RecordingPart): void;
  report(): RecordingReport;
}

/**
 * Keeps every finding of one simulated recording, also of what was on the page for one frame.
 *
 * @param first the scan that the recording began with: late indexes continue those of its lists
 * @param custom the org's own detectors, for what comes after the first look
 * @param budget what detectors may take of all that comes after it
 */
export function createRecordingFindings(
  first: CaptureScan,
  custom?: CustomDetectors,
  budget?: DetectorBudget,
): RecordingFindings {
  const paths = createPaths(first.nodes);
  const decisions: Decision[] = [...first.decisions];
  const builder = createFindingBuilder({ rules: first.rules, decisions, pathOf: paths.pathOf });
  const classes = new Map<number, FieldClass>(fieldClassesOf(first.fields).classOf);
  const scanText = createTextScanner({ custom, budget });
  const region = regionOf(first);
  const search = createLeakSearch({
    builder: { add: addTyped },
    scanText,
    region,
    classOf: (node) => classes.get(node),
  });
  /** Of each field and kind the finding that was typed last: on the way to it, many were. */
  const typed = new Map<string, string>();
  let present: ReadonlyMap<string, FindingDraft> = new Map();
  let seen: readonly Uninspected[] = first.uninspected;
  let stoppedInLook: readonly Uninspected[] = [];
  const lateUninspected: Uninspected[] = [];
  let isFull = false;

  async function look(scan: CaptureScan, options: FindLeaksOptions): Promise<void> {
    const found = await searchScan(scan, options);
    if (options.shouldStop?.()) return;
    present = found;
    seen = scan.uninspected;
    stoppedInLook = options.budget?.uninspected() ?? [];
  }

  function late(part: RecordingPart): void {
    const { nodes = [], records = [], fields = [] } = part;
    for (const item of part.uninspected ?? []) lateUninspected.push(item);
    // Kept even where nothing else is: later indexes count on it.
    for (const decision of part.decisions ?? []) decisions.push(decision);
    if (isFull) return;
    paths.add(nodes);
    for (const [node, found] of fieldClassesOf(fields).classOf) classes.set(node, found);
    for (const record of records) search.read(record);
    search.readJoined({ nodes, records });
    if (paths.size() > maxNodes || builder.drafts.size > maxFindings) stop();
  }

  function stop(): void {
    isFull = true;
    lateUninspected.push({ kind: 'partial', path: '', reason: 'recording-too-long' });
  }

  function addTyped(sighting: Parameters<typeof builder.add>[0]): void {
    const [record] = sighting.records;
    if (record?.channel === 'value' && sighting.records.length === 1 && sighting.kind.type === 'value') {
      const at = `${record.node} ${sighting.kind.detector}`;
      const before = typed.get(at);
      if (before !== undefined && before !== sighting.key && builder.drafts.get(before)?.places.size === 1)
        builder.remove(before);
      typed.set(at, sighting.key);
    }
    builder.add(sighting);
  }

  function report(): RecordingReport {
    const drafts = new Map<string, FindingDraft>();
    for (const [key, draft] of present) if (!isTypedInto(draft)) drafts.set(key, draft);
    for (const [key, draft] of builder.drafts) drafts.set(key, merged(drafts.get(key), draft));
    return {
      findings: finishFindings(drafts.values()),
      uninspected: distinct([
        ...seen,
        ...stoppedInLook,
        ...lateUninspected,
        ...(budget?.uninspected() ?? []),
      ]),
    };
  }

  /** A field that is a finding while it is empty: what was typed into it says more. */
  function isTypedInto({ kind, places }: FindingDraft): boolean {
    return kind.type === 'field' && [...places.values()].every(({ node }) => search.reportedFields.has(node));
  }

  return { look, late, report };
}

/** Places of the present look as they are; what only the recording has is past. */
function merged(present: FindingDraft | undefined, late: FindingDraft): FindingDraft {
  const places = new Map<string, LeakPlace>(present?.places);
  for (const [id, place] of late.places) if (!places.has(id)) places.set(id, { ...place, isPast: true });
  return { ...late, ...present, places };
}

function distinct(items: readonly Uninspected[]): Uninspected[] {
  const known = new Map<string, Uninspected>();
  for (const item of items)
    known.set([item.kind, item.node ?? item.path, item.reason, item.detail ?? ''].join(' '), item);
  return [...known.values()];
}
