import type { RuleContent } from '../core/rules/rule.ts';
import type { OrgSeed } from './seedOrg.ts';

/**
 * "Acme Outfitters", the org of the demo shop. Its rules are like those of a real org after a year: most fit,
 * one is still in preview, one fell behind a renamed class. What the shop shows beyond them is left to be found.
 */
export const demoOrg = {
  orgId: 'o-ACME1-na1',
  name: 'Acme Outfitters',
  // It plays an org at FullStory, whose clients know no revisions.
  requiresRevision: false,
  rules: [
    rule('Customer name', 'mask', '.customer-name', { description: 'Header, account page and order pages.' }),
    rule('Customer e-mail', 'mask', '.customer-email'),
    rule('Order recipients', 'mask', '.order-history td.recipient', {
      description: 'Gifts go to people who never visited the shop.',
    }),
    rule('Shipping address', 'exclude', '[data-testid="shipping-address"]'),
    rule('Profile pictures', 'exclude', '.avatar', {
      description: 'Images cannot be masked, only excluded.',
    }),
    rule('Card form', 'exclude', '#card-form', {
      description: 'Required by the payment provider.',
      exceptions: ['#card-form .card-help'],
    }),
    rule('Loyalty card', 'mask', '.loyalty-card', { description: 'On trial in preview.', scope: 'preview' }),
    rule('Newsletter e-mail until consent', 'exclude', '.consent-banner-email', { consent: true }),
    rule('Product titles', 'unmask', '.product-title', {
      description: 'Marketing needs these in every mode.',
    }),
    rule('Order notes', 'mask', '.order-note-v2', { description: 'Free text that customers write to us.' }),
  ],
  keys: [
    { role: 'ADMIN', email: 'ada@acme-outfitters.example' },
    { role: 'ARCHITECT', email: 'archie@acme-outfitters.example' },
    { role: 'USER', email: 'uma@acme-outfitters.example' },
  ],
} as const satisfies OrgSeed;

function rule(
  name: string,
  action: RuleContent['action'],
  selector: string,
  rest: Partial<RuleContent> = {},
): RuleContent {
  return {
    name,
    selector,
    action,
    exceptions: [],
    consent: false,
    scope: 'all',
    platforms: ['web'],
    ...rest,
  };
}
