import type { Hazard } from './hazard.ts';
import { isInDrawing } from './isInDrawing.ts';

/** Datadog masks the address of `<a>` by its name in capitals; one in a drawing has a lower-case name. */
export const drawingLinks: Hazard = {
  id: 'drawing-links',
  severity: 'low',
  begin: (page, note) => ({
    channels: ['attribute'],
    read(record) {
      if (record.treatment !== 'captured' || !/^(?:xlink:)?href$/i.test(record.name ?? '')) return;
      if (page.tagOf(record.node) !== 'a' || !isInDrawing(page, record.node)) return;
      const rule = page.maskOver(record);
      if (rule !== undefined) note(record.node, { rule });
    },
  }),
};
