import type { IndexedRecord } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import { RuleAction } from '../rules/rule.ts';
import { Treatment, treatmentOf } from '../treatment/treatment.ts';

/** Why a place is recorded, or may be. Message keys `why.<key>`. */
export type WhyKey =
  | 'no-rule'
  | 'default-unmasked'
  | 'unmask-rule'
  | 'attribute-not-covered'
  | 'channel-not-covered'
  | 'attribute-undocumented'
  | 'unknown-content'
  | 'unknown-rule'
  | 'not-governed';

/** Element rules say nothing about these: they are not content of an element. */
const ungoverned: ReadonlySet<string> = new Set(['url', 'title', 'console', 'interaction']);

export interface Why {
  readonly why: WhyKey;
  /** Id of the rule that lets it through, when one does. */
  readonly rule?: string;
}

/**
 * The reason for one record's treatment, from its element's decision and the channel's policy.
 *
 * @param record captured or unknown
 */
export function whyRecorded(
  record: Pick<IndexedRecord, 'channel' | 'treatment' | 'decision' | 'policy'>,
  scan: Pick<CaptureScan, 'decisions' | 'rules'>,
): Why {
  // Properties of an element go by its rules, though they travel with interactions.
  const isOfElement = record.policy === 'element-property';
  if (ungoverned.has(record.channel) && !isOfElement) return { why: 'not-governed' };
  const decision = scan.decisions[record.decision];
  const decided = decision ? treatmentOf(decision.possible) : Treatment.unknown;
  if (record.treatment === Treatment.unknown) {
    if (decided === Treatment.unknown) return { why: 'unknown-rule' };
    return { why: record.channel === 'attribute' ? 'attribute-undocumented' : 'unknown-content' };
  }
  if (decided === Treatment.masked || decided === Treatment.excluded) {
    return { why: record.channel === 'attribute' ? 'attribute-not-covered' : 'channel-not-covered' };
  }
  const winner = decision && decision.winner >= 0 ? scan.rules[decision.winner] : undefined;
  if (winner?.action === RuleAction.unmask) return { why: 'unmask-rule', rule: winner.id };
  return { why: record.channel === 'value' ? 'default-unmasked' : 'no-rule' };
}
