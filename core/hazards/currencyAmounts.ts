import type { Hazard } from './hazard.ts';

/** A word with a currency sign keeps its digits in Clarity's Balanced mode, where other numbers are hidden (core/scrub.ts). */
export const currencyAmounts: Hazard = {
  id: 'currency-amounts',
  severity: 'low',
  recorders: ['clarity'],
  begin: (page, note) => ({
    channels: ['text'],
    read(record) {
      if (record.treatment !== 'captured' || page.winnerOf(record)?.action === 'unmask') return;
      if (/(?:\p{Sc}\S*\d|\d\S*\p{Sc})/u.test(record.output ?? '')) note(record.node);
    },
  }),
};
