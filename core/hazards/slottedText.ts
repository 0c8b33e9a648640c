import { shadowStep } from '../capture/pathIndex.ts';
import { hasWords } from './contentOfAttribute.ts';
import type { Hazard } from './hazard.ts';

/** A mask around a `<slot>` masks the slot, not what stands in its place: that is content of the page outside. */
export const slottedText: Hazard = {
  id: 'slotted-text',
  severity: 'medium',
  begin(page, note) {
    const hosts = new Map<number, number>();
    for (const entry of page.scan.nodes) {
      if (page.tagOf(entry.id) !== 'slot') continue;
      const rule = page.maskOver({ node: entry.id, decision: entry.decision });
      const host = hostOf(entry.id);
      if (rule !== undefined && rule >= 0 && host !== undefined) hosts.set(host, rule);
    }
    return {
      channels: hosts.size > 0 ? ['text'] : [],
      read(record) {
        if (record.treatment !== 'captured' || !hasWords(record.output ?? '')) return;
        for (const { id, step } of page.upFrom(record.node)) {
          if (step === shadowStep) return;
          const rule = hosts.get(id);
          if (rule === undefined) continue;
          note(record.node, { rule });
          return;
        }
      },
    };

    function hostOf(slot: number): number | undefined {
      const root = page.rootOf(slot);
      return root?.step === shadowStep ? root.parent : undefined;
    }
  },
};
