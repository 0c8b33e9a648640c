// Made-up configurations of every recorder that can be read, with selectors of the made-up pages.
import fc from 'fast-check';
import { fullstory } from '../../../core/profiles/fullstory.ts';
import type { Rule, RuleSet } from '../../../core/rules/rule.ts';
import { withBuiltIns } from '../../../core/rules/withBuiltIns.ts';

export interface Configuration {
  readonly options: unknown;
  readonly ruleSet: RuleSet;
}

const selectors = [
  '.a',
  '.b',
  '.c',
  'div.a',
  '.a .b',
  'section, .c',
  'input.a',
  'label',
  'form > *',
  'svg',
  'select.b',
  'iframe.b',
  'section, div > iframe',
  'iframe.a:not(:has(.c))',
  'html',
  'p:not(.a)',
  '.b:has(.c)',
  'input[type=email]',
  '.x!y'.replace('!', '\\!'),
];
const anySelector = fc.constantFrom(...selectors);
const anyList = fc.array(anySelector, { maxLength: 2 });
const anyJoined = fc.option(
  anyList.map((list) => list.join(', ')).filter((text) => text !== ''),
  { nil: undefined },
);
const flag = fc.option(fc.boolean(), { nil: undefined });

function some<T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc
    .record(shape)
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T);
}

const anyRule = fc.record({
  selector: anySelector,
  exceptions: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: anyList }),
  action: fc.constantFrom('exclude', 'mask', 'mask', 'unmask' as const),
  consent: fc.constantFrom(false, false, false, true),
  scope: fc.constantFrom('all', 'all', 'all', 'live', 'preview', 'none' as const),
});

const anyRuleSet: fc.Arbitrary<RuleSet> = fc.array(anyRule, { maxLength: 3 }).map((rules) => ({
  rules: rules.map(
    (rule, at): Rule => ({
      ...rule,
      id: `r${at}`,
      name: `Rule ${at}`,
      platforms: ['web'],
      groupId: '0',
      editable: 'any',
    }),
  ),
  groups: [],
  gaps: [],
}));

const rrwebMasks = {
  blockSelector: anyJoined,
  maskTextSelector: anyJoined,
  maskAllInputs: flag,
  maskInputOptions: fc.option(
    fc.dictionary(
      fc.constantFrom('text', 'email', 'textarea', 'select', 'radio', 'input', 'hidden'),
      fc.boolean(),
    ),
    { nil: undefined },
  ),
};

const options: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  fullstory: some({
    privateByDefault: flag,
    consent: flag,
    session: fc.constantFrom('live', 'preview', undefined),
  }),
  rrweb: some({ ...rrwebMasks, ignoreSelector: anyJoined }),
  posthog: some(rrwebMasks).map((session_recording) => ({ session_recording })),
  sentry: some({
    maskAllText: flag,
    maskAllInputs: flag,
    blockAllMedia: flag,
    mask: anyList,
    unmask: anyList,
    block: anyList,
    unblock: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: anyList }),
    ignore: anyList,
  }),
  datadog: some({
    defaultPrivacyLevel: fc.constantFrom(
      'mask',
      'mask-user-input',
      'allow',
      'mask-unless-allowlisted',
      undefined,
    ),
  }),
  clarity: some({ content: flag, mask: anyList, unmask: anyList }),
  openreplay: some({
    privateMode: flag,
    obscureTextEmails: flag,
    obscureTextNumbers: flag,
    defaultInputMode: fc.constantFrom(0, 1, 2, undefined),
    captureIFrames: flag,
  }),
};

/** @param id of the recorder */
export function anyConfiguration(id: string): fc.Arbitrary<Configuration> {
  const given = options[id];
  if (!given) throw new Error(`no configurations are made up for "${id}"`);
  const ruleSet =
    id === 'fullstory' ? anyRuleSet.map((set) => withBuiltIns(set, fullstory.offlineRules())) : anyRuleSet;
  return fc.record({ options: given, ruleSet });
}
