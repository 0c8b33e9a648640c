import { shadowStep } from '../capture/pathIndex.ts';
import type { Hazard } from './hazard.ts';

/** The rrweb family keeps what it masks in these lists, and asks `closest` of them at every change. */
const lists = new Set(['maskTextClass', 'maskTextSelector']);

/**
 * Text in a shadow root under a masked host is masked at the first look; when it changes, `closest` ends at the root
 * and the new text is sent (rrweb `processMutation`).
 */
export const shadowChanges: Hazard = {
  id: 'shadow-changes',
  severity: 'high',
  begin: (page, note) => ({
    channels: ['text'],
    read(record) {
      if (record.moment !== 'snapshot' || record.treatment !== 'masked' || !record.output?.trim()) return;
      const decision = page.decisionOf(record);
      if (!decision || !lists.has(page.winnerOf(record)?.list ?? '')) return;
      // Masked from outside of the root it stands in.
      const root = page.rootOf(record.node);
      if (root?.step === shadowStep && page.rootOf(decision.node)?.id !== root.id)
        note(root.parent, { rule: decision.winner });
    },
  }),
};
