import type { IndexedRecord } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import { Treatment, treatmentOf } from '../treatment/treatment.ts';
import { isBlankText } from './isBlankText.ts';
import { whyRecorded } from './whyRecorded.ts';

/** What a replay would show of one element with all that is in it. */
export interface PartTreatment {
  /** The most exposed of all its content; `masked` also where it is left out altogether. */
  readonly treatment: Treatment;
  /** Of the most exposed content: its element, how it travels and why (message key `why.<why>`). */
  readonly node: number;
  readonly channel?: IndexedRecord['channel'];
  readonly name?: string;
  readonly why?: string;
  readonly rule?: string;
}

/** What a viewer of a replay reads of an element: attributes that are shown, no class and no address. */
const shownAttributes: ReadonlySet<string> = new Set([
  'value',
  'placeholder',
  'title',
  'alt',
  'aria-label',
  'label',
]);
const exposure: Readonly<Record<Treatment, number>> = { captured: 3, unknown: 2, masked: 1, excluded: 0 };

/**
 * @param node id of an element of the scan
 * @returns undefined where the scan does not have the element
 */
export function treatmentOfPart(scan: CaptureScan, node: number): PartTreatment | undefined {
  const entry = scan.nodes.findLast(({ id }) => id === node);
  if (!entry) return undefined;
  const inside = nodesIn(scan, node);
  const unseen = scan.uninspected.find((item) => item.node !== undefined && inside.has(item.node));
  const shown = scan.records.filter((record) => inside.has(record.node) && isShown(record));
  const [worst] = shown.toSorted((a, b) => exposure[b.treatment] - exposure[a.treatment]);
  if (worst?.treatment !== Treatment.captured && unseen?.node !== undefined)
    return { treatment: Treatment.unknown, node: unseen.node, why: `uninspected.${unseen.reason}` };
  if (worst) {
    const { treatment, channel, name } = worst;
    const isOpen = treatment === Treatment.captured || treatment === Treatment.unknown;
    const why = isOpen ? whyRecorded(worst, scan) : {};
    return { treatment, node: worst.node, channel, ...(name === undefined ? {} : { name }), ...why };
  }
  // It is empty now: what comes into it is treated as was decided for the element.
  const possible = scan.decisions[entry.decision]?.possible;
  return { treatment: possible === undefined ? Treatment.unknown : treatmentOf(possible), node };
}

/** With itself. Entries come in document order, those of changes after them. */
function nodesIn({ nodes }: CaptureScan, top: number): ReadonlySet<number> {
  const inside = new Set([top]);
  for (const { id, parent } of nodes) if (inside.has(parent)) inside.add(id);
  return inside;
}

function isShown(record: IndexedRecord): boolean {
  const { channel, name, output } = record;
  if (channel === 'value') return name === undefined;
  if (channel === 'text') return !isBlankText(record);
  return channel === 'attribute' && shownAttributes.has((name ?? '').toLowerCase()) && output !== '';
}
