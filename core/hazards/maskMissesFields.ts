import type { Hazard } from './hazard.ts';

/** What stands in these is no typing; other hazards are about them. */
const otherTypes = new Set(['hidden', 'submit', 'button', 'reset', 'image', 'checkbox', 'radio']);

/** A text mask covers text: a field it hits, or that stands in what it hits, sends what is typed (rrweb, PostHog). */
export const maskMissesFields: Hazard = {
  id: 'mask-misses-fields',
  severity: 'high',
  begin: (page, note) => ({
    channels: ['value'],
    read(record) {
      if (record.treatment !== 'captured' || record.name !== undefined) return;
      if (otherTypes.has(page.controlTypeOf(record.node)) || page.tagOf(record.node) === 'option') return;
      const rule = page.maskOver(record);
      if (rule !== undefined) note(record.node, { rule });
    },
  }),
};
