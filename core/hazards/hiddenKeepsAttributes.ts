import { describingAttributes, hasWords } from './contentOfAttribute.ts';
import type { Hazard } from './hazard.ts';

/** What is left of a hidden element is a box with its own attributes: id, title, `data-*` (OpenReplay). */
export const hiddenKeepsAttributes: Hazard = {
  id: 'hidden-keeps-attributes',
  severity: 'medium',
  begin: (page, note) => ({
    channels: ['attribute'],
    read(record) {
      if (record.treatment !== 'captured' || page.stateOf(record) !== 'excluded') return;
      const name = record.name?.toLowerCase() ?? '';
      const isContent =
        name === 'id' || name === 'href' || name.startsWith('data-') || describingAttributes.has(name);
      const rule = page.decisionOf(record)?.winner ?? -1;
      const isMark = page.scan.rules[rule]?.selector.includes(`[${name}`) ?? false;
      if (isContent && !isMark && hasWords(record.output ?? '')) note(record.node, { rule });
    },
  }),
};
