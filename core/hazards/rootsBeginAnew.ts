import { RuleAction } from '../rules/rule.ts';
import { hasWords } from './contentOfAttribute.ts';
import { escapedRoot } from './escapedRoot.ts';
import type { Hazard } from './hazard.ts';

/** A mask or a hiding mark ends at the border of a shadow root or frame: what is in there is sent (OpenReplay, rrweb). */
export const rootsBeginAnew: Hazard = {
  id: 'roots-begin-anew',
  severity: 'critical',
  begin: (page, note) => ({
    channels: ['text', 'value'],
    read(record) {
      if (record.moment !== 'snapshot' || !hasWords(record.output ?? '')) return;
      // A mark inside is a decision of its own, and a field goes by other options than text does.
      if (page.winnerOf(record)?.action === RuleAction.unmask || page.stateOf(record) !== 'captured') return;
      const found = escapedRoot(page, record);
      if (found) note(found.host, { rule: found.rule });
    },
  }),
};
