import { buttonTypes, isInCapitals } from './buttonTypes.ts';
import type { Hazard } from './hazard.ts';

/** Sentry masks the word on `<input type="submit">` and not on `type="SUBMIT"`: it compares what is written. */
export const typeInCapitals: Hazard = {
  id: 'type-in-capitals',
  severity: 'low',
  recorders: ['sentry'],
  begin: (page, note) => ({
    channels: ['attribute'],
    read(record) {
      if (record.name !== 'value' || record.treatment !== 'captured' || !record.output) return;
      if (!buttonTypes.has(page.controlTypeOf(record.node))) return;
      if (isInCapitals(page.attributeOf(record.node, 'type')) && page.maskOver(record) !== undefined)
        note(record.node);
    },
  }),
};
