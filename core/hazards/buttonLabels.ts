import { buttonTypes, isInCapitals } from './buttonTypes.ts';
import { hasWords } from './contentOfAttribute.ts';
import type { Hazard } from './hazard.ts';

/** The word on an `<input type=submit>` is a value, and is sent under a mask that covers all text. */
export const buttonLabels: Hazard = {
  id: 'button-labels',
  severity: 'low',
  begin: (page, note) => ({
    channels: ['attribute', 'value'],
    read(record) {
      if (record.treatment !== 'captured' || !hasWords(record.output ?? '')) return;
      if (record.channel === 'attribute' && record.name !== 'value') return;
      if (!buttonTypes.has(page.controlTypeOf(record.node))) return;
      // Written in capitals it is masked in no form; that is a hazard of its own.
      if (page.scan.profile === 'sentry' && isInCapitals(page.attributeOf(record.node, 'type'))) return;
      const rule = page.maskOver(record);
      if (rule !== undefined) note(record.node, { rule });
    },
  }),
};
