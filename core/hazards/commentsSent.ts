import type { Hazard } from './hazard.ts';

/** Frameworks leave markers without words (`<!---->`, `<!--$-->`); those tell nothing. */
const words = /\p{L}{3}/u;

/** Comments in the markup are no text to a mask (rrweb family). */
export const commentsSent: Hazard = {
  id: 'comments-sent',
  severity: 'low',
  begin: (page, note) => ({
    channels: ['comment'],
    read(record) {
      if (record.treatment !== 'captured' || !words.test(record.output ?? '')) return;
      const rule = page.maskOver(record);
      if (rule !== undefined) note(record.node, { rule, key: String(record.part) });
    },
  }),
};
