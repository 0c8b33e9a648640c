import type { PageCalls } from '../detection/pageCalls.ts';
import type { Profile } from '../profiles/profile.ts';
import type { RuleSet } from '../rules/rule.ts';
import type { IndexedRecord } from './captureRecord.ts';
import type { CaptureScan } from './captureScan.ts';

export interface ScanSetting {
  readonly profile: Profile;
  readonly options: unknown;
  readonly ruleSet: RuleSet;
}

/**
 * The scan and what the page said to the recorder by itself: the walk of the page does not meet it.
 *
 * @throws OptionsError when the options do not have the recorder's shape
 */
export function withPageCalls(
  scan: CaptureScan,
  { profile, options, ruleSet }: ScanSetting,
  calls: PageCalls,
): CaptureScan {
  const { record } = profile.play(ruleSet, profile.parseOptions(options), () => undefined);
  const [root] = scan.nodes;
  const decision = scan.decisions[0];
  if (!record.said || !root || !decision) return scan;
  const said: IndexedRecord[] = [];
  const sink = { add: (item: IndexedRecord) => void said.push(item) };
  record.said({ sink, node: root.id, decision, decisionIndex: 0, moment: 'snapshot', hits: [] }, calls);
  return {
    ...scan,
    records: [...scan.records, ...said],
    uninspected: calls.isWhole
      ? scan.uninspected
      : [...scan.uninspected, { kind: 'partial', path: '', reason: 'calls-not-read' }],
  };
}
