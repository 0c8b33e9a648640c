import type { CaptureScan } from '../capture/captureScan.ts';
import { simulateCapture } from '../capture/simulateCapture.ts';
import type { FieldClass } from '../fields/fieldFacts.ts';
import { createLeakSearch } from '../findings/createLeakSearch.ts';
import { createTextScanner } from '../findings/createTextScanner.ts';
import { fieldClassesOf, regionOf } from '../findings/findLeaks.ts';
import type { CustomDetectors } from '../leakSettings/createCustomDetectors.ts';
import { everythingRecorded } from './everythingRecorded.ts';
import { growRawPage } from './growRawPage.ts';
import { createSavedMatcher } from './matchSavedPage.ts';
import { createNameKeeper } from './nameShape.ts';
import type { PageSnapshot, SavedValue } from './pageSnapshot.ts';
import { createPageWords } from './pageWords.ts';
import type { RawHead, RawNode } from './rawSnapshot.ts';
import { redactAddress } from './redactAddress.ts';
import { createNodeRedactor, placeKey } from './redactNode.ts';
import { simulationOfSaved } from './simulationOfSaved.ts';

export interface RedactSnapshot {
  readonly nodes: readonly RawNode[];
  readonly head: RawHead;
  /** A person's own words for the page. */
  readonly name: string;
  /** RFC 3339. */
  readonly savedAt: string;
  /** The org's own detectors: what they find is taken out like the rest. */
  readonly custom?: CustomDetectors;
  /** Awaited between chunks, so that the host can take messages. */
  readonly breathe?: () => Promise<void>;
}

/** About 30 ms of work between two breaths. */
const recordsAtOnce = 1000;

/** BCP 47, without what is private to one user. */
const language = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i;

/**
 * A page as it may be stored: of all that it says nothing is left but names that a selector may test and that are no data
 * of this page. What detectors find is kept by class and redacted sample, and what each field is for.
 */
export async function redactSnapshot(input: RedactSnapshot): Promise<PageSnapshot> {
  const { nodes, head, name, savedAt } = input;
  const scan = readEverything(nodes, head);
  const { classOf } = fieldClassesOf(scan.fields);
  const { values, foundAt } = await search(scan, classOf, input);
  const redactNode = createNodeRedactor({
    nodes,
    keeper: createNameKeeper(createPageWords(nodes)),
    foundAt,
    classOf,
  });
  return {
    format: 'scrim-page',
    version: 1,
    name,
    url: redactAddress(head.url),
    savedAt,
    lang: language.test(head.lang) ? head.lang.toLowerCase() : '',
    values,
    nodes: nodes.map(redactNode),
  };
}

type Everything = Pick<CaptureScan, 'nodes' | 'records' | 'fields' | 'lang' | 'url'>;

function readEverything(nodes: readonly RawNode[], { url, lang }: RawHead): Everything {
  const page = growRawPage(nodes, url);
  const { matchRoot, hitsOf } = createSavedMatcher([], page);
  const from = { ...simulationOfSaved(page), matchRoot, hitsOf };
  const work = simulateCapture({ ...from, playback: everythingRecorded() });
  let step = work.next();
  while (!step.done) step = work.next();
  return { ...step.value, url, lang };
}

async function search(scan: Everything, classOf: ReadonlyMap<number, FieldClass>, input: RedactSnapshot) {
  const { custom, breathe } = input;
  const values: SavedValue[] = [];
  const numbers = new Map<string, number>();
  const foundAt = new Map<string, Set<number>>();
  custom?.begin();
  const found = createLeakSearch({
    builder: {
      add({ key, kind, sample, records }) {
        if (kind.type !== 'value') return;
        const number = numbers.get(key) ?? values.length;
        if (number === values.length) {
          const { detector, scheme } = kind;
          values.push({ detector, ...(scheme === undefined ? undefined : { scheme }), sample });
          numbers.set(key, number);
        }
        for (const record of records) {
          const place = placeKey(record);
          foundAt.set(place, (foundAt.get(place) ?? new Set()).add(number));
        }
      },
    },
    scanText: createTextScanner({ custom }),
    region: regionOf(scan),
    classOf: (node) => classOf.get(node),
  });
  for (let from = 0; from < scan.records.length; from += recordsAtOnce) {
    for (const record of scan.records.slice(from, from + recordsAtOnce)) found.read(record);
    await breathe?.();
  }
  found.readJoined(scan);
  return { values, foundAt };
}
