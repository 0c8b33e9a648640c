import type { CaptureChannel, CaptureMoment, IndexedRecord } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import { phoneRegionOf } from '../detectors/phoneRegionOf.ts';
import type { CustomDetectors } from '../leakSettings/createCustomDetectors.ts';
import { Treatment } from '../treatment/treatment.ts';
import { createTextScanner } from './createTextScanner.ts';
import type { DetectorId, RedactedText } from './finding.ts';
import { isBlankText } from './isBlankText.ts';
import { recordContext } from './recordContext.ts';
import { redact } from './redact.ts';
import { createStandInReader } from './standIns.ts';

/** One piece of content whose treatment differs between two scans of one page. */
export interface ScanChange {
  readonly node: number;
  readonly channel: CaptureChannel;
  readonly name?: string;
  readonly part: number;
  readonly moment: CaptureMoment;
  /** `excluded` also where the other scan has no record of it. */
  readonly before: Treatment;
  readonly after: Treatment;
  /** What the surest detector finds in it. Never the content itself. */
  readonly detector?: DetectorId;
  readonly sample?: RedactedText;
}

const visibility: Readonly<Record<Treatment, number>> = { excluded: 0, masked: 0, unknown: 1, captured: 2 };

export interface ScanComparison {
  /** Was sent or may have been, and is not any more, for sure. */
  readonly newlyHidden: readonly ScanChange[];
  /** Was sent for sure and now may be: nobody may call that hidden. */
  readonly maybeHidden: readonly ScanChange[];
  /** Is sent or may be, and was not before, or not for sure. */
  readonly newlyVisible: readonly ScanChange[];
  /** Pieces of content that both scans saw and that are sent, or not sent, as before. */
  readonly unchanged: number;
}

/**
 * What one set of rules hides that another does not, on the same page (the draft against what is in force).
 *
 * Possible counts: from captured to unknown is perhaps hidden, from masked to unknown visible. Content that only one of
 * the scans saw at all (the page changed between them) is no effect of the rules and left out.
 *
 * @param custom the org's own detectors, for saying what is in a piece of content
 */
export function compareScans(
  before: CaptureScan,
  after: CaptureScan,
  custom?: CustomDetectors,
): ScanComparison {
  const earlier = byKey(before);
  const later = byKey(after);
  const knownBefore = new Set(before.nodes.map((node) => node.id));
  const knownAfter = new Set(after.nodes.map((node) => node.id));
  const newlyHidden: ScanChange[] = [];
  const maybeHidden: ScanChange[] = [];
  const newlyVisible: ScanChange[] = [];
  let unchanged = 0;
  custom?.begin();
  const describe = createDescriber(after, custom);

  for (const key of new Set([...earlier.keys(), ...later.keys()])) {
    const old = earlier.get(key);
    const now = later.get(key);
    const record = now ?? old;
    if (!record || !knownBefore.has(record.node) || !knownAfter.has(record.node)) continue;
    const from = old?.treatment ?? Treatment.excluded;
    const to = now?.treatment ?? Treatment.excluded;
    if (visibility[from] === visibility[to]) {
      unchanged += 1;
      continue;
    }
    const raw = visibility[from] > visibility[to] ? old : now;
    const change = { ...describe(record, raw), before: from, after: to };
    if (visibility[to] > visibility[from]) newlyVisible.push(change);
    else (to === Treatment.unknown ? maybeHidden : newlyHidden).push(change);
  }
  return { newlyHidden, maybeHidden, newlyVisible, unchanged };
}

function byKey(scan: CaptureScan): Map<string, IndexedRecord> {
  const records = new Map<string, IndexedRecord>();
  for (const record of scan.records) {
    if (isBlankText(record)) continue;
    const key = [
      record.node,
      record.channel,
      record.name ?? '',
      record.part,
      record.moment,
      record.stream,
    ].join(' ');
    const known = records.get(key);
    if (!known || visibility[record.treatment] > visibility[known.treatment]) records.set(key, record);
  }
  return records;
}

function createDescriber(scan: CaptureScan, custom: CustomDetectors | undefined) {
  const scanText = scan.savedValues ? createStandInReader(scan.savedValues) : createTextScanner({ custom });
  const region = phoneRegionOf(scan.lang, '');
  return (record: IndexedRecord, raw: IndexedRecord | undefined): Omit<ScanChange, 'before' | 'after'> => {
    const { node, channel, part, moment, name } = record;
    const place = { node, channel, part, moment, ...(name === undefined ? {} : { name }) };
    const hits = scanText(raw?.output ?? '', recordContext(record, region, undefined, undefined));
    const [best] = [...hits].sort((a, b) => b.confidence - a.confidence);
    return best
      ? { ...place, detector: best.detector, sample: best.sample ?? redact(best.value, best.detector) }
      : place;
  };
}
