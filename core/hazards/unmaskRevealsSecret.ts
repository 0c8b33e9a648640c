import type { FieldClass } from '../fields/fieldFacts.ts';
import { meaningsOfFields } from '../fields/meaningsOfFields.ts';
import { minFieldConfidence } from '../findings/fieldSightings.ts';
import { RuleAction } from '../rules/rule.ts';
import type { Hazard } from './hazard.ts';

/** Meanings of fields that nobody but their owner may read. */
export const secretFieldClasses: ReadonlySet<FieldClass> = new Set([
  'password',
  'cc-number',
  'cc-csc',
  'cc-exp',
  'otp',
]);

/** An unmask rule that reaches a password or card field shows what is typed there (Sentry `needMaskingText`). */
export const unmaskRevealsSecret: Hazard = {
  id: 'unmask-reveals-secret',
  severity: 'critical',
  begin(page, note) {
    const shown = new Map<number, number>();
    return {
      channels: ['value'],
      read(record) {
        if (record.treatment !== 'captured' || record.name !== undefined) return;
        if (page.winnerOf(record)?.action !== RuleAction.unmask) return;
        shown.set(record.node, page.decisionOf(record)?.winner ?? -1);
      },
      finish() {
        if (shown.size === 0) return;
        for (const { node, class: meaning, confidence } of meaningsOfFields(page.scan.fields)) {
          const rule = shown.get(node);
          if (rule === undefined) continue;
          const isSecret = secretFieldClasses.has(meaning) && confidence >= minFieldConfidence;
          if (isSecret || page.controlTypeOf(node) === 'password') note(node, { rule });
        }
      },
    };
  },
};
