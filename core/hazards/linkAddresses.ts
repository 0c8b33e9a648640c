import { carriesData } from './contentOfAttribute.ts';
import type { Hazard } from './hazard.ts';
import { isInDrawing } from './isInDrawing.ts';

const names = new Set(['href', 'xlink:href', 'action', 'formaction', 'ping']);

/** Where a masked link or form leads is sent, with whatever stands in the address (rrweb, Sentry, OpenReplay). */
export const linkAddresses: Hazard = {
  id: 'link-addresses',
  severity: 'low',
  begin: (page, note) => ({
    channels: ['attribute'],
    read(record) {
      if (record.treatment !== 'captured' || !names.has(record.name?.toLowerCase() ?? '')) return;
      if (page.tagOf(record.node) === 'link' || !carriesData(record.output ?? '')) return;
      const rule = page.maskOver(record);
      if (rule === undefined || isInDrawing(page, record.node)) return;
      note(record.node, { rule });
    },
  }),
};
