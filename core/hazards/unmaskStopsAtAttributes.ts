import { RuleAction } from '../rules/rule.ts';
import type { Hazard } from './hazard.ts';

/** An unmask rule on a box shows the text in it; attributes ask for a rule on their very element (Sentry `maskAttribute`). */
export const unmaskStopsAtAttributes: Hazard = {
  id: 'unmask-stops-at-attributes',
  severity: 'low',
  begin: (page, note) => ({
    channels: ['attribute'],
    read(record) {
      if (record.treatment !== 'masked' || record.name === 'value') return;
      const decision = page.decisionOf(record);
      if (!decision || decision.node === record.node) return;
      if (page.winnerOf(record)?.action === RuleAction.unmask) note(record.node, { rule: decision.winner });
    },
  }),
};
