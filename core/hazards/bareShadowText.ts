import { shadowStep } from '../capture/pathIndex.ts';
import { hasWords } from './contentOfAttribute.ts';
import type { Hazard } from './hazard.ts';

/** Text directly in a shadow root has no parent element, and what has none is not masked (Sentry `needMaskingText`). */
export const bareShadowText: Hazard = {
  id: 'bare-shadow-text',
  severity: 'high',
  begin: (page, note) => ({
    channels: ['text'],
    read(record) {
      if (record.treatment !== 'captured' || page.tagOf(record.node) !== shadowStep) return;
      const rule = page.maskOver(record);
      if (rule !== undefined && hasWords(record.output ?? ''))
        note(page.entryOf(record.node)?.parent ?? record.node, { rule });
    },
  }),
};
