import type { ContentPolicy } from '../documented/contentPolicy.ts';
import { policyOf } from '../documented/undocumentedPolicy.ts';

/** Mask, unmask and exclude rules in one ordered list of at most twenty. */
export const smartlookRulesPage = 'https://help.smartlook.com/docs/creating-masking-rules';
/** Fields, e-mail addresses and numbers are not recorded unless `record` says so; passwords never. */
export const smartlookConsent = 'https://web.developer.smartlook.com/docs/consent-and-sensitive-data';
/** Names of the options: README and types of smartlook-client 10.0.0, which holds nothing but a loader. */
export const smartlookClient = 'https://www.npmjs.com/package/smartlook-client/v/10.0.0';

/** Smartlook, as far as it is written down. */
export const smartlookContentPolicy: ContentPolicy = policyOf({
  // "Hides text from elements"; "replaces the element with an overlay of the same size".
  text: {
    captured: 'send',
    masked: 'mask',
    excluded: 'nothing',
    grade: 'documented',
    source: smartlookRulesPage,
  },
  value: {
    captured: 'send',
    masked: 'mask',
    excluded: 'nothing',
    grade: 'documented',
    source: smartlookConsent,
  },
  // An interceptor "can obscure sensitive data from URLs".
  'page-url': {
    captured: 'send',
    masked: 'send',
    excluded: 'send',
    grade: 'inferred',
    source: smartlookClient,
  },
});
