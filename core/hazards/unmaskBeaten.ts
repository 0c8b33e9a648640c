import { RuleAction } from '../rules/rule.ts';
import type { Hazard } from './hazard.ts';

/**
 * On one element a mask beats an unmask: FullStory's Form Privacy masks `input`, so `.fs-unmask` on a field changes
 * nothing; in Sentry a tie masks.
 */
export const unmaskBeaten: Hazard = {
  id: 'unmask-beaten',
  severity: 'low',
  begin: ({ scan }, note) => ({
    channels: [],
    finish() {
      for (const { id, decision: index } of scan.nodes) {
        const decision = scan.decisions[index];
        if (decision?.node !== id || scan.rules[decision.winner]?.action !== RuleAction.mask) continue;
        const beaten = decision.losers.find((rule) => scan.rules[rule]?.action === RuleAction.unmask);
        if (beaten !== undefined) note(id, { rule: beaten });
      }
    },
  }),
};
