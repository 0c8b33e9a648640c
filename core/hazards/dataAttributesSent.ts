import { looksLikeContent } from './contentOfAttribute.ts';
import type { Hazard } from './hazard.ts';

/** Names of parts of the page for tests and frameworks, and the recorders' own marks. */
const forTools =
  /^data-(?:test|qa|cy|component|element|source|v-|ng|react|sentry|dd-|clarity|openreplay|fs|nr-)/i;

/**
 * `data-*` attributes of masked elements are sent. Under a mask of everything only those that look like content count:
 * every page has thousands that are switches.
 */
export const dataAttributesSent: Hazard = {
  id: 'data-attributes',
  severity: 'medium',
  begin: (page, note) => ({
    channels: ['attribute'],
    read(record) {
      if (record.treatment !== 'captured' || !record.name?.startsWith('data-') || !record.output) return;
      const rule = page.maskOver(record);
      if (rule === undefined) return;
      const isHit = rule >= 0 && page.decisionOf(record)?.node === record.node;
      if (forTools.test(record.name)) return;
      if (looksLikeContent(record.output) || (isHit && /[\p{L}\p{N}]{3}/u.test(record.output)))
        note(record.node, { rule });
    },
  }),
};
