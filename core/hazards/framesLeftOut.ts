import { documentStep } from '../capture/pathIndex.ts';
import { Treatment } from '../treatment/treatment.ts';
import type { Hazard } from './hazard.ts';

/** Frames that nobody excluded are not recorded: the replay has a hole there (Datadog `serializeNode`). */
export const framesLeftOut: Hazard = {
  id: 'frames-left-out',
  severity: 'low',
  begin: (page, note) => ({
    channels: [],
    finish() {
      for (const entry of page.scan.nodes) {
        if (entry.step !== documentStep || page.stateOf(entry) !== Treatment.excluded) continue;
        const frame = page.entryOf(entry.parent);
        if (frame && page.stateOf(frame) !== Treatment.excluded) note(frame.id);
      }
    },
  }),
};
