import type { IndexedRecord, NodeEntry } from '../../../core/capture/captureRecord.ts';
import type { CaptureScan } from '../../../core/capture/captureScan.ts';
import type { FieldFacts } from '../../../core/fields/fieldFacts.ts';
import { RuleAction } from '../../../core/rules/rule.ts';
import { Possible } from '../../../core/treatment/treatment.ts';

/** Indexes into the decisions of `scanOf`. */
export const decided = { captured: 0, masked: 1, unmasked: 2, unknown: 3 } as const;

type RecordPart = Partial<IndexedRecord> & Pick<IndexedRecord, 'node' | 'channel' | 'output'>;

/** A record of captured content, unless told otherwise. */
export function record(part: RecordPart): IndexedRecord {
  return {
    part: part.channel === 'text' ? 1 : 0,
    stream: 'replay',
    moment: 'snapshot',
    treatment: 'captured',
    decision: 0,
    ...part,
  };
}

export function field(node: number, attributes: Record<string, string>, label?: string): FieldFacts {
  return {
    node,
    tag: 'input',
    type: attributes.type ?? 'text',
    attributes,
    labels: label === undefined ? [] : [{ kind: 'label', text: label }],
    options: [],
    lang: 'en',
    form: 0,
    maxLength: -1,
  };
}

/** A finished scan from nodes (`[id, parent, step, textsBefore]`), records and fields. */
export function scanOf(parts: {
  readonly nodes?: readonly (readonly [id: number, parent: number, step: string, textsBefore?: number])[];
  readonly records: readonly RecordPart[];
  readonly fields?: readonly FieldFacts[];
  readonly lang?: string;
  readonly url?: string;
}): CaptureScan {
  const nodes: NodeEntry[] = [{ id: 0, parent: -1, step: '#document', decision: 0 }];
  for (const [id, parent, step, textsBefore] of parts.nodes ?? []) {
    nodes.push({ id, parent, step, decision: 0, ...(textsBefore === undefined ? {} : { textsBefore }) });
  }
  const decision = { winner: -1, losers: [], node: 0, doubts: [] };
  return {
    profile: 'fullstory',
    url: parts.url ?? 'https://shop.example.com/checkout',
    lang: parts.lang ?? 'en-US',
    rules: [
      {
        id: 'r1',
        name: 'show prices',
        selector: '.price',
        exceptions: [],
        action: RuleAction.unmask,
        origin: 'custom',
        certain: true,
      },
    ],
    nodes,
    decisions: [
      { ...decision, possible: Possible.captured },
      { ...decision, possible: Possible.masked },
      { ...decision, possible: Possible.captured, winner: 0 },
      { ...decision, possible: Possible.captured | Possible.masked, doubts: ['doubt.rule'] },
    ],
    records: parts.records.map(record),
    fields: parts.fields ?? [],
    uninspected: [],
    problems: [],
    matchCounts: [1],
  };
}
