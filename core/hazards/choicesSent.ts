import type { Hazard } from './hazard.ts';

const choices = new Set(['radio', 'checkbox']);

/** Which box is ticked, and its value, are sent of masked choices too (FullStory: exclude them; rrweb; OpenReplay). */
export const choicesSent: Hazard = {
  id: 'choices-sent',
  severity: 'medium',
  begin: (page, note) => ({
    channels: ['attribute', 'value'],
    read(record) {
      if (record.treatment !== 'captured') return;
      const name = record.name ?? 'value';
      // That `checked` is there says it all; an empty value says nothing.
      if (name !== 'checked' && (name !== 'value' || !record.output)) return;
      if (!choices.has(page.controlTypeOf(record.node))) return;
      const rule = page.maskOver(record);
      if (rule !== undefined) note(record.node, { rule });
    },
  }),
};
