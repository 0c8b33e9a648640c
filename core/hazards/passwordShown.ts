import { meaningsOfFields } from '../fields/meaningsOfFields.ts';
import { RuleAction } from '../rules/rule.ts';
import type { Hazard } from './hazard.ts';

const minConfidence = 0.5;

/**
 * A password field that shows what is typed is of type `text`. Recorders remember that it was a password only if they
 * saw it change (rrweb `processMutation`): shown before the recording starts, it is sent.
 */
export const passwordShown: Hazard = {
  id: 'password-shown',
  severity: 'critical',
  begin(page, note) {
    const sent = new Set<number>();
    return {
      channels: ['value'],
      read(record) {
        if (record.treatment !== 'captured' || record.name !== undefined) return;
        if (page.winnerOf(record)?.action !== RuleAction.unmask) sent.add(record.node);
      },
      finish() {
        if (sent.size === 0) return;
        for (const { node, class: meaning, confidence } of meaningsOfFields(page.scan.fields)) {
          if (meaning !== 'password' || confidence < minConfidence || !sent.has(node)) continue;
          if (page.controlTypeOf(node) === 'text') note(node);
        }
      },
    };
  },
};
