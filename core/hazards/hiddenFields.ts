import type { Hazard } from './hazard.ts';

/** "All inputs" are all that people see: hidden fields are sent as they are (rrweb `maskAllInputs`). */
export const hiddenFields: Hazard = {
  id: 'hidden-fields',
  severity: 'high',
  begin: (page, note) => ({
    channels: ['value', 'attribute'],
    read(record) {
      if (record.treatment !== 'captured' || !record.output) return;
      if (record.channel === 'attribute' && record.name !== 'value') return;
      if (page.controlTypeOf(record.node) !== 'hidden') return;
      const rule = page.maskOver(record);
      if (rule !== undefined || page.masksFields()) note(record.node, { rule: rule ?? -1 });
    },
  }),
};
