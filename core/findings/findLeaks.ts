import type { CaptureScan } from '../capture/captureScan.ts';
import { createPathIndex } from '../capture/pathIndex.ts';
import type { DetectorBudget } from '../detectors/detectorBudget.ts';
import { phoneRegionOf } from '../detectors/phoneRegionOf.ts';
import type { FieldClass, FieldFacts } from '../fields/fieldFacts.ts';
import { meaningsOfFields } from '../fields/meaningsOfFields.ts';
import type { CustomDetectors } from '../leakSettings/createCustomDetectors.ts';
import type { PlantedValue } from '../visitor/plantedValue.ts';
import { createFindingBuilder, type FindingDraft, finishFindings } from './createFindingBuilder.ts';
import { createLeakSearch } from './createLeakSearch.ts';
import { createPlantedSearch, type PlantedSearch } from './createPlantedSearch.ts';
import { createTextScanner, type TextScanner } from './createTextScanner.ts';
import { fieldSightings, minFieldConfidence } from './fieldSightings.ts';
import type { Finding } from './finding.ts';
import { recordContext } from './recordContext.ts';
import { createStandInReader } from './standIns.ts';

export interface FindLeaksOptions {
  /** Asked between chunks; true ends the search with what was found so far. */
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (done: number, total: number) => void;
  /** The org's own detectors. What they could not look at, they tell themselves. */
  readonly custom?: CustomDetectors;
  /** What detectors may take of the page. Who was stopped, it tells itself; absent: whatever they need. */
  readonly budget?: DetectorBudget;
  /** What the synthetic visitor typed. */
  readonly planted?: readonly PlantedValue[];
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
  return finishFindings((await searchScan(scan, options)).values());
}

/** The findings of one scan as drafts, by their raw keys: for whoever adds to them. Never leaves memory. */
export async function searchScan(
  scan: CaptureScan,
  options: FindLeaksOptions,
): Promise<ReadonlyMap<string, FindingDraft>> {
  const { classOf, meanings } = fieldClassesOf(scan.fields);
  const builder = createFindingBuilder({ ...scan, pathOf: createPathIndex(scan.nodes) });
  options.custom?.begin();
  const scanText = scan.savedValues ? createStandInReader(scan.savedValues) : createTextScanner(options);
  const region = regionOf(scan);
  const search = createLeakSearch({
    ...{ builder, scanText, region },
    classOf: (node) => classOf.get(node),
    planted: plantedSearch(options.planted, scanText, region),
  });
  const total = scan.records.length;
  for (let from = 0; from < total; from += recordsPerChunk) {
    if (options.shouldStop?.()) return builder.drafts;
    for (const record of scan.records.slice(from, from + recordsPerChunk)) search.read(record);
    options.onProgress?.(Math.min(total, from + recordsPerChunk), total);
    await options.breathe?.();
  }
  if (options.shouldStop?.()) return builder.drafts;
  search.readJoined(scan);
  for (const sighting of fieldSightings(scan, meanings, search.reportedFields)) builder.add(sighting);
  return builder.drafts;
}

function plantedSearch(
  planted: FindLeaksOptions['planted'],
  scanText: TextScanner,
  region: string | undefined,
): PlantedSearch | undefined {
  if (planted === undefined || planted.length === 0) return undefined;
  return createPlantedSearch(planted, (value, found) =>
    scanText(value, recordContext({ channel: 'value' }, region, found, undefined)),
  );
}

/** What fields are for, where that is known well enough to be said. */
export function fieldClassesOf(fields: readonly FieldFacts[]) {
  const meanings = meaningsOfFields(fields);
  const classOf = new Map<number, FieldClass>();
  for (const { node, class: found, confidence } of meanings)
    if (confidence >= minFieldConfidence) classOf.set(node, found);
  return { classOf, meanings };
}

/** Where the page's telephone numbers are from. */
export function regionOf({ lang, url }: Pick<CaptureScan, 'lang' | 'url'>): string | undefined {
  return phoneRegionOf(lang, hostOf(url));
}

/** Host name of an address; '' for none. The URL class belongs to hosts, not to core. */
function hostOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1] ?? '';
}
