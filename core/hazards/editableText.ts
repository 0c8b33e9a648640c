import type { Hazard } from './hazard.ts';

/** What is typed into an editor (`contenteditable`) is text, not a field: it is sent where fields are masked. */
export const editableText: Hazard = {
  id: 'editable-text',
  severity: 'high',
  begin: (page, note) => ({
    channels: ['attribute'],
    read(record) {
      if (record.name?.toLowerCase() !== 'contenteditable' || record.output?.toLowerCase() === 'false')
        return;
      if (page.stateOf(record) === 'captured' && record.treatment === 'captured' && page.masksFields())
        note(record.node);
    },
  }),
};
