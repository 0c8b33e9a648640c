import { describingAttributes, hasWords } from './contentOfAttribute.ts';
import type { Hazard } from './hazard.ts';

/** Tool tips, alternative texts, placeholders and labels of masked elements are sent: a text mask is for text. */
export const describingAttributesSent: Hazard = {
  id: 'describing-attributes',
  severity: 'medium',
  begin: (page, note) => ({
    channels: ['attribute'],
    read(record) {
      if (record.treatment !== 'captured' || !describingAttributes.has(record.name?.toLowerCase() ?? ''))
        return;
      if (!hasWords(record.output ?? '')) return;
      const rule = page.maskOver(record);
      if (rule === undefined) return;
      // The placeholder of a field that nobody wrote a rule for is an ordinary word of the form.
      if (rule < 0 && page.controlTypeOf(record.node) !== '') return;
      note(record.node, { rule });
    },
  }),
};
