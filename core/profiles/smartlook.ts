import { Possible } from '../treatment/treatment.ts';
import type { ContentKind, ContentPolicy } from './documented/contentPolicy.ts';
import { createPolicyRecorder, type Redacted } from './documented/createPolicyRecorder.ts';
import { documentedPolicyKey } from './documented/documentedPolicyKey.ts';
import { maskCharacters } from './documented/maskCharacters.ts';
import { measurementOf } from './documented/measuredPolicy.ts';
import { placeholder } from './documented/placeholder.ts';
import { playDocumented } from './documented/playDocumented.ts';
import { redactEmails } from './documented/redactEmails.ts';
import { undocumentedParts } from './documented/undocumentedParts.ts';
import { undocumentedPolicy } from './documented/undocumentedPolicy.ts';
import type { Profile } from './profile.ts';
import { listRules } from './ruleLists.ts';
import {
  smartlookClient,
  smartlookConsent,
  smartlookContentPolicy,
  smartlookRulesPage,
} from './smartlook/contentPolicy.ts';
import { parseSmartlookOptions, type SmartlookOptions } from './smartlook/options.ts';
import { smartlookRules } from './smartlook/rules.ts';

/** Smartlook, from public documentation: the page's `record` call and the project's list of rules. */
export const smartlook: Profile<SmartlookOptions> = {
  id: 'smartlook',
  name: 'Smartlook',
  evidence: { kind: 'documented', sources: [smartlookRulesPage, smartlookConsent, smartlookClient] },
  undocumented: [
    'undocumented.mask-shape',
    'undocumented.smartlook-numbers',
    'undocumented.smartlook-nesting',
    ...undocumentedParts,
    'undocumented.late-changes',
  ],
  parseOptions: parseSmartlookOptions,
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),
  documentedRows: (options) => ({ rows: policyFor(options) }),

  play(ruleSet, options) {
    const list = ['rules'];
    const given = listRules(ruleSet, { exclude: list, mask: list, unmask: list }, 'as-not');
    return playDocumented({
      rules: smartlookRules(options, given.listed),
      problems: [...options.notSimulated, ...given.problems],
      root: { possible: Possible.captured, doubts: [] },
      nesting: 'ordered',
      lateChanges: 'unknown',
      record: createPolicyRecorder({
        policy: policyFor(options),
        measured: measurementOf(ruleSet.measured, 'smartlook'),
        mask: hide,
        policyKey: documentedPolicyKey,
        redact: (raw, kind) => redact(raw, kind, options),
        fieldTexts: 'apart',
        ownAttributes: 'unknown',
      }),
    });
  },
};

function policyFor({ hasUrlInterceptor }: SmartlookOptions): ContentPolicy {
  const url = undocumentedPolicy['page-url'];
  return hasUrlInterceptor ? { ...smartlookContentPolicy, 'page-url': url } : smartlookContentPolicy;
}

const hide = (raw: string): string => maskCharacters(raw, placeholder);

/**
 * "On-page emails and numbers are not recorded unless you enable it": what a number is, is not said, so a text with
 * digits may leave as it is. https://web.developer.smartlook.com/docs/consent-and-sensitive-data
 */
function redact(raw: string, kind: ContentKind, { emails, numbers }: SmartlookOptions): Redacted {
  if (kind !== 'text') return { raw, isSure: true };
  const text = emails ? raw : redactEmails(raw, hide);
  return { raw: text, isSure: numbers || !/\d/.test(text) };
}
