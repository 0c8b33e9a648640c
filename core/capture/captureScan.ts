import type { FieldFacts } from '../fields/fieldFacts.ts';
import type { ActiveRule, RuleProblem } from '../rules/activeRule.ts';
import type { SavedValue } from '../saved/pageSnapshot.ts';
import type { Decision } from '../treatment/decision.ts';
import type { IndexedRecord, NodeEntry, Uninspected } from './captureRecord.ts';

/** One finished simulation of one page: everything the panel, the CLI and the reports are made from. */
export interface CaptureScan {
  readonly profile: string;
  readonly url: string;
  readonly lang: string;
  readonly rules: readonly ActiveRule[];
  readonly nodes: readonly NodeEntry[];
  readonly decisions: readonly Decision[];
  readonly records: readonly IndexedRecord[];
  readonly fields: readonly FieldFacts[];
  readonly uninspected: readonly Uninspected[];
  readonly problems: readonly RuleProblem[];
  /** For each active rule: on how many elements it hit. */
  readonly matchCounts: readonly number[];
  /**
   * Of a saved page only: what the stand-ins in its records stand for. A page that is there never says this of itself:
   * who takes a scan from one leaves it out.
   */
  readonly savedValues?: readonly SavedValue[];
}
