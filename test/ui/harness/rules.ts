import { fullstory } from '../../../core/profiles/fullstory.ts';
import type { Rule, RuleAction, RuleSet } from '../../../core/rules/rule.ts';

const written: readonly (readonly [RuleAction, string, string, Partial<Rule>?])[] = [
  ['mask', 'Customer name', '.customer-name'],
  ['mask', 'Customer e-mail', '.customer-email', { scope: 'preview' }],
  ['exclude', 'Card form', '#card-form', { exceptions: ['#card-form .card-help'] }],
  ['mask', 'Order history', '.orders', { description: 'Agreed with the privacy team.' }],
  ['unmask', 'Product titles', '.product-title', { consent: true }],
  ['mask', 'Order note', '.order-note-v2'],
  ['mask', 'Recent orders', '.orders:contains(Total)'],
  ['exclude', 'Loyalty card', '.loyalty-card', { scope: 'live' }],
];

/** An org's rules: eight of its own, and the built-in ones. */
export function orgRules(): RuleSet {
  const custom = written.map(([action, name, selector, more], index): Rule => {
    const rule = { id: `rule-${index + 1}`, name, selector, exceptions: [], action, consent: false } as const;
    return {
      ...rule,
      scope: 'all',
      platforms: ['web'],
      groupId: '0',
      editable: 'any',
      updatedAt: '2026-11-20T09:30:00Z',
      updatedBy: 'kim.sample@example.com',
      ...more,
    };
  });
  const builtIn = fullstory.offlineRules();
  return { ...builtIn, rules: [...custom, ...builtIn.rules], privateByDefault: false };
}
