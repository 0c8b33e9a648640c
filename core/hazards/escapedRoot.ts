import type { IndexedRecord } from '../capture/captureRecord.ts';
import { Treatment } from '../treatment/treatment.ts';
import type { HazardPage } from './hazardPage.ts';

/**
 * A record that is sent from a shadow root or a frame whose host or frame element is masked or excluded.
 *
 * @returns the host, and the rule that people trust there (-1 for the default); undefined where there is no such host
 */
export function escapedRoot(
  page: HazardPage,
  record: IndexedRecord,
): { readonly host: number; readonly rule: number } | undefined {
  if (record.treatment !== Treatment.captured) return undefined;
  for (let root = page.rootOf(record.node); root && root.parent >= 0; ) {
    const host = page.entryOf(root.parent);
    if (!host) return undefined;
    const decision = page.decisionOf(host);
    if (page.stateOf(host) === Treatment.excluded) return { host: host.id, rule: decision?.winner ?? -1 };
    const rule = page.maskOver({ node: host.id, decision: host.decision });
    if (rule !== undefined) return { host: host.id, rule };
    root = page.rootOf(host.id);
  }
  return undefined;
}
