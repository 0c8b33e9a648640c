import type { IndexedRecord } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import type { FieldMeaning } from '../fields/fieldFacts.ts';
import { sensitiveFieldClasses } from '../fields/sensitiveFieldClasses.ts';
import { Treatment, treatmentOf } from '../treatment/treatment.ts';
import type { Sighting } from './createFindingBuilder.ts';
import { redact } from './redact.ts';

/** Every claim counts: a floor of 0.4 loses 2.3 % of the sensitive fields to be right 0.4 % more often (measured). */
export const minFieldConfidence = 0.3;

/**
 * Fields that will hold something sensitive and would be recorded once it is typed, empty or not.
 *
 * @param reported nodes of fields whose present value is a finding already
 */
export function fieldSightings(
  scan: CaptureScan,
  meanings: readonly FieldMeaning[],
  reported: ReadonlySet<number>,
): readonly Sighting[] {
  const values = valueRecords(scan);
  const decisions = new Map(scan.nodes.map((node) => [node.id, node.decision]));
  const sightings: Sighting[] = [];
  for (const [index, meaning] of meanings.entries()) {
    if (!sensitiveFieldClasses.has(meaning.class) || meaning.confidence < minFieldConfidence) continue;
    if (reported.has(meaning.node)) continue;
    const record = values.get(meaning.node) ?? undecided(meaning.node, decisions.get(meaning.node), scan);
    if (record.treatment !== Treatment.captured && record.treatment !== Treatment.unknown) continue;
    sightings.push({
      key: fieldKey(scan, index),
      kind: { type: 'field', class: meaning.class },
      confidence: meaning.confidence,
      sample: redact('', 'person-name'),
      fieldWhy: meaning.why,
      records: [record],
    });
  }
  return sightings;
}

/** The most exposed value record of each node; state flags (`checked`) are no values. */
function valueRecords(scan: CaptureScan): Map<number, IndexedRecord> {
  const values = new Map<number, IndexedRecord>();
  for (const record of scan.records) {
    if (record.channel !== 'value' || record.name !== undefined) continue;
    const known = values.get(record.node);
    if (!known || exposureRank[record.treatment] > exposureRank[known.treatment])
      values.set(record.node, record);
  }
  return values;
}

const exposureRank: Readonly<Record<Treatment, number>> = { captured: 3, unknown: 2, masked: 1, excluded: 0 };

/** A recorder that sends no value while there is none: what it would do is its element's decision. */
function undecided(
  node: number,
  decision: number | undefined,
  scan: CaptureScan,
): Sighting['records'][number] {
  const possible = decision === undefined ? undefined : scan.decisions[decision]?.possible;
  return {
    node,
    channel: 'value',
    treatment: possible === undefined ? Treatment.unknown : treatmentOf(possible),
    decision: decision ?? -1,
  };
}

/** Boxes of one question (radio buttons of one name) are one field. */
function fieldKey(scan: CaptureScan, index: number): string {
  const facts = scan.fields[index];
  if (facts?.type !== 'radio' || !facts.attributes.name) return `field ${facts?.node ?? -1}`;
  return `field radio ${facts.form} ${facts.attributes.name}`;
}
