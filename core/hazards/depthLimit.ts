import { Treatment } from '../treatment/treatment.ts';
import type { Hazard } from './hazard.ts';

/** posthog-js goes 50 levels down at the first look and not further; what changes below is sent later (`maxDepth`). */
const maxDepth = 50;

export const depthLimit: Hazard = {
  id: 'depth-limit',
  severity: 'low',
  recorders: ['posthog'],
  begin: (page, note) => ({
    channels: [],
    finish() {
      const depths = new Map<number, number>();
      for (const entry of page.scan.nodes) {
        const depth = (depths.get(entry.parent) ?? -1) + 1;
        depths.set(entry.id, depth);
        const isCut =
          page.stateOf(entry) === Treatment.excluded && (page.decisionOf(entry)?.winner ?? -1) < 0;
        if (isCut && depth >= maxDepth) note(entry.id);
      }
    },
  }),
};
