import type { Hazard } from './hazard.ts';

/** The markup of a frame stands in its `srcdoc` attribute, and is sent there whatever hides the frame (rrweb, Clarity). */
export const frameSources: Hazard = {
  id: 'frame-sources',
  severity: 'high',
  begin: (page, note) => ({
    channels: ['attribute'],
    read(record) {
      if (record.name?.toLowerCase() !== 'srcdoc' || record.treatment !== 'captured' || !record.output)
        return;
      const rule = page.maskOver(record);
      if (rule !== undefined) note(record.node, { rule });
    },
  }),
};
