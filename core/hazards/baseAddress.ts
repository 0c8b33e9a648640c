import type { Hazard } from './hazard.ts';

/** The page's address is starred, and stands in full in every message about a style (OpenReplay `getBaseHref`). */
export const baseAddress: Hazard = {
  id: 'base-address',
  severity: 'medium',
  recorders: ['openreplay'],
  unit: 'addresses',
  begin(_page, note) {
    let base = -1;
    let isStarred = false;
    return {
      channels: ['url'],
      read({ name, treatment, output, node }) {
        if (name === 'base' && treatment === 'captured' && /[?#]./.test(output ?? '')) base = node;
        if (name === undefined && treatment === 'masked') isStarred = true;
      },
      finish() {
        if (base >= 0 && isStarred) note(base);
      },
    };
  },
};
