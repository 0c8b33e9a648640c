import type { Rule, RuleAction, RuleSet } from '../../rules/rule.ts';

/**
 * FullStory's built-in rules as far as they are public: the stand-in for an org's own list while none is
 * connected. A connected org answers with its real built-ins and replaces these.
 */
export function fullstoryOfflineRules(): RuleSet {
  return {
    rules: [...standalone.map(toRule), ...formPrivacy.map(toFormPrivacyRule)],
    groups: [{ id: formPrivacyGroup, template: 'form-privacy' }],
    gaps: [],
  };
}

interface BuiltIn {
  readonly name: string;
  readonly selector: string;
  readonly action: RuleAction;
  readonly consent?: boolean;
}

/**
 * Passwords: documented example of the v1 privacy read. Card and hidden fields: named only in FullStory's
 * `fs-skills`. Classes: https://developer.fullstory.com/mobile/react-native/fullcapture/add-class lists all
 * six; `.fs-block` is the older name of `.fs-exclude` and still honoured.
 */
const standalone: readonly BuiltIn[] = [
  { name: 'Passwords', selector: 'input[type=password]', action: 'exclude' },
  { name: 'Card fields', selector: '[autocomplete^=cc-]', action: 'exclude' },
  { name: 'Hidden fields', selector: 'input[type=hidden]', action: 'exclude' },
  { name: 'fs-exclude', selector: '.fs-exclude', action: 'exclude' },
  {
    name: 'fs-exclude-without-consent',
    selector: '.fs-exclude-without-consent',
    action: 'exclude',
    consent: true,
  },
  { name: 'fs-block', selector: '.fs-block', action: 'exclude' },
  { name: 'fs-mask', selector: '.fs-mask', action: 'mask' },
  { name: 'fs-mask-without-consent', selector: '.fs-mask-without-consent', action: 'mask', consent: true },
  { name: 'fs-unmask', selector: '.fs-unmask', action: 'unmask' },
  { name: 'fs-unmask-with-consent', selector: '.fs-unmask-with-consent', action: 'unmask', consent: true },
];

/** Any id but '0' says "built-in group"; the real number is the org's own. */
const formPrivacyGroup = '1';

/**
 * https://help.fullstory.com/hc/en-us/articles/4408633932439-Form-Privacy - the sixth selector is cut off in
 * what is public and is almost surely the check box.
 */
const formPrivacy: readonly BuiltIn[] = [
  { name: 'Form Privacy: inputs', selector: 'input', action: 'mask' },
  { name: 'Form Privacy: text areas', selector: 'textarea', action: 'mask' },
  { name: 'Form Privacy: drop-downs', selector: 'select', action: 'mask' },
  { name: 'Form Privacy: editable text', selector: '[contenteditable]', action: 'mask' },
  { name: 'Form Privacy: radio buttons', selector: 'input[type=radio]', action: 'exclude' },
  { name: 'Form Privacy: check boxes', selector: 'input[type=checkbox]', action: 'exclude' },
];

function toRule(builtIn: BuiltIn): Rule {
  return {
    id: `built-in:${builtIn.selector}`,
    name: builtIn.name,
    selector: builtIn.selector,
    exceptions: [],
    action: builtIn.action,
    consent: builtIn.consent ?? false,
    scope: 'all',
    platforms: ['web'],
    groupId: '0',
    editable: 'description-only',
  };
}

function toFormPrivacyRule(builtIn: BuiltIn): Rule {
  return { ...toRule(builtIn), groupId: formPrivacyGroup, editable: 'description-scope-exceptions' };
}
