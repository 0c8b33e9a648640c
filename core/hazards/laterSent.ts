import { hasWords } from './contentOfAttribute.ts';
import type { Hazard } from './hazard.ts';

/** What was masked or left out at the first look is sent later on: moved out of its box, unmarked, or changed deep in it. */
export const laterSent: Hazard = {
  id: 'later-sent',
  severity: 'high',
  begin(page, note) {
    const kept = new Map<string, number>();
    return {
      channels: page.hasChanges() ? ['text', 'value'] : [],
      read(record) {
        if (record.name !== undefined) return;
        const key = `${record.node} ${record.channel} ${record.part}`;
        if (record.moment === 'snapshot') {
          if (record.treatment === 'masked' || record.treatment === 'excluded')
            kept.set(key, page.decisionOf(record)?.winner ?? -1);
        } else if (record.treatment === 'captured' && hasWords(record.output ?? '')) {
          const rule = kept.get(key);
          if (rule !== undefined) note(record.node, { rule });
        }
      },
    };
  },
};
