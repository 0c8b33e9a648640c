// What recorders built on forks of rrweb do that nobody expects: each row is a behaviour of the real package.
import { describe, expect, test } from 'vitest';
import { profileById } from '../../../core/profiles/registry.ts';
import type { Rule } from '../../../core/rules/rule.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';

interface Hazard {
  readonly what: string;
  readonly profile: string;
  readonly options: unknown;
  readonly html: string;
  /** What is sent of the word "secret", or null. */
  readonly sent: string | null;
}

const hazards: readonly Hazard[] = [
  {
    what: 'an unmask selector lifts a mask that is nearer',
    profile: 'mixpanel',
    options: {
      record_unmask_text_selector: '.shown',
      record_mask_text_selector: '.name',
      record_mask_all_text: true,
    },
    html: '<div class="shown"><p class="name">secret</p></div>',
    sent: 'secret',
  },
  {
    what: 'naming a text to mask unmasks the others',
    profile: 'mixpanel',
    options: { record_mask_text_selector: '.name' },
    html: '<p>secret</p>',
    sent: 'secret',
  },
  {
    what: 'a broken unmask selector unmasks nothing',
    profile: 'mixpanel',
    options: { record_unmask_text_selector: ['.shown', '['] },
    html: '<p class="shown">secret</p>',
    sent: '******',
  },
  {
    what: 'a broken mask selector masks everything',
    profile: 'mixpanel',
    options: { record_mask_text_selector: '[' },
    html: '<p>secret</p>',
    sent: '******',
  },
  {
    what: 'text directly in a shadow root is sent',
    profile: 'mixpanel',
    options: {},
    html: '<x-a><template shadowrootmode="open">secret</template></x-a>',
    sent: 'secret',
  },
  {
    what: 'a telling name is not unmasked',
    profile: 'mixpanel',
    options: { record_unmask_input_selector: '*' },
    html: '<input name="cvv-code" value="secret">',
    sent: '******',
  },
  {
    what: 'an autocompleted field is not unmasked',
    profile: 'mixpanel',
    options: { record_mask_all_inputs: false },
    html: '<input autocomplete="name" value="secret">',
    sent: '******',
  },
  {
    what: 'a placeholder goes as the value',
    profile: 'mixpanel',
    options: {},
    html: '<input placeholder="secret">',
    sent: '******',
  },
  {
    what: 'an unmask selector shows a password',
    profile: 'amplitude',
    options: { privacyConfig: { unmaskSelector: ['.shown'] } },
    html: '<input class="shown" type="password" value="secret">',
    sent: 'secret',
  },
  {
    what: 'hidden fields are sent',
    profile: 'amplitude',
    options: { privacyConfig: { defaultMaskLevel: 'conservative' } },
    html: '<input type="hidden" value="secret">',
    sent: 'secret',
  },
  {
    what: 'the mask of a box does not reach into its shadow root',
    profile: 'amplitude',
    options: {},
    html: '<div class="amp-mask">.<x-a>.<template shadowrootmode="open"><p>secret</p></template></x-a></div>',
    sent: 'secret',
  },
  {
    what: 'the first pattern that fits the address says the level',
    profile: 'amplitude',
    options: {
      privacyConfig: {
        urlMaskLevels: [
          { match: 'https://shop.example/**', maskLevel: 'conservative' },
          { match: '*', maskLevel: 'light' },
        ],
      },
    },
    html: '<p>secret</p>',
    sent: '******',
  },
  {
    what: 'a listed attribute of a field goes as the field',
    profile: 'amplitude',
    options: { privacyConfig: { maskAttributes: ['placeholder'] } },
    html: '<input placeholder="secret">',
    sent: '******',
  },
  {
    what: 'an unmask mark on a box does nothing for what is in it',
    profile: 'newrelic',
    options: {},
    html: '<div class="nr-unmask"><p>secret</p></div>',
    sent: '******',
  },
  {
    what: 'an unmask mark on the element itself shows its text',
    profile: 'newrelic',
    options: {},
    html: '<p data-nr-unmask>secret</p>',
    sent: 'secret',
  },
  {
    what: 'an invalid selector leaves everything masked',
    profile: 'newrelic',
    options: { session_replay: { mask_text_selector: '[' } },
    html: '<p>secret</p>',
    sent: '******',
  },
  {
    what: 'a valid one unmasks the rest',
    profile: 'newrelic',
    options: { session_replay: { mask_text_selector: '.name' } },
    html: '<p>secret</p>',
    sent: 'secret',
  },
  {
    what: 'any selector shows passwords in the mode min',
    profile: 'statsig',
    options: { session_recording_privacy_settings: { privacy_mode: 'min', blocked_elements: ['.name'] } },
    html: '<input type="password" value="secret">',
    sent: 'secret',
  },
  {
    what: 'text goes by the nearest selector',
    profile: 'statsig',
    options: {
      session_recording_privacy_settings: {
        privacy_mode: 'min',
        masked_elements: ['.name'],
        unmasked_elements: ['.shown'],
      },
    },
    html: '<div class="name"><p class="shown">secret</p></div>',
    sent: 'secret',
  },
  {
    what: 'a field goes by any mask above',
    profile: 'statsig',
    options: {
      session_recording_privacy_settings: {
        privacy_mode: 'min',
        masked_elements: ['.name'],
        unmasked_elements: ['.shown'],
      },
    },
    html: '<div class="name"><div class="shown"><input value="secret"></div></div>',
    sent: '******',
  },
  {
    what: 'a broken selector ends the recording',
    profile: 'statsig',
    options: { session_recording_privacy_settings: { privacy_mode: 'min', masked_elements: ['['] } },
    html: '<p title="secret">secret</p>',
    sent: null,
  },
  {
    what: 'the mask of a field has always the same length',
    profile: 'faro',
    options: {},
    html: '<input value="secret and more">',
    sent: '******',
  },
];

function scan(profileId: string, options: unknown, html: string, rules: readonly Rule[] = []) {
  const profile = profileById(profileId);
  if (!profile) throw new Error(`no profile ${profileId}`);
  const ruleSet = { ...profile.offlineRules(), rules };
  const url = 'https://shop.example/list?customer=secret#secret';
  return scanSavedPage({ html: `<!doctype html>${html}`, url, profile, options, ruleSet });
}

/** What leaves of the page itself, its address aside. */
function outputsOf(profile: string, options: unknown, html: string): string[] {
  return scan(profile, options, html).records.flatMap(({ channel, output, treatment }) =>
    channel === 'url' || treatment === 'excluded' || output === null || output === '' ? [] : [output],
  );
}

describe('hazards', () => {
  test.each(hazards)('$profile: $what', ({ profile, options, html, sent }) => {
    const outputs = outputsOf(profile, options, html);
    if (sent === null) expect(outputs.join('\n')).not.toContain('secret');
    else expect(outputs).toContain(sent);
    if (sent !== 'secret') expect(outputs.join('\n')).not.toContain('secret');
  });
});

test('Faro leaves query and fragment out of the address, unless it is told not to', () => {
  const address = (options: unknown) =>
    scan('faro', options, '').records.find(({ channel }) => channel === 'url')?.output;
  expect(address({})).toBe('https://shop.example/list');
  expect(address({ sanitizeMetaHref: false })).toContain('customer=secret');
});

test('a function that may drop every event leaves nothing certain', () => {
  const { records, problems } = scan(
    'faro',
    { beforeSend: { $scrim: 'function' } },
    '<p title="name">secret</p>',
  );
  expect(problems).toContainEqual(expect.objectContaining({ ruleId: 'beforeSend', kind: 'not-simulated' }));
  expect(records.filter(({ treatment }) => treatment === 'captured')).toEqual([]);
  expect(records).toContainEqual(expect.objectContaining({ name: 'title', treatment: 'unknown' }));
});

describe('rules of a rule set', () => {
  const rule: Rule = {
    id: 'r1',
    name: 'names',
    selector: '.name',
    exceptions: [],
    action: 'mask',
    consent: false,
    scope: 'all',
    platforms: ['web'],
    groupId: '0',
    editable: 'any',
  };

  test.each([
    ['mixpanel', {}, 'mask'],
    ['mixpanel', { record_mask_all_text: false, record_mask_all_inputs: false }, 'unmask'],
    ['newrelic', {}, 'unmask'],
    ['faro', {}, 'unmask'],
  ] as const)('%s with %j cannot express %s, and says so by name', (profile, options, action) => {
    const { problems } = scan(profile, options, '<p class="name">secret</p>', [{ ...rule, action }]);
    expect(problems).toContainEqual(expect.objectContaining({ ruleId: 'r1', kind: 'not-expressible' }));
  });

  test.each([
    ['mixpanel', { record_mask_all_text: false }],
    ['amplitude', {}],
    ['newrelic', { session_replay: { mask_text_selector: '' } }],
    ['statsig', {}],
    ['faro', { maskTextSelector: '' }],
  ])('%s with %j masks by a mask rule', (profile, options) => {
    const { records } = scan(profile, options, '<p class="name">secret</p>', [rule]);
    const text = records.find(({ channel, output }) => channel === 'text' && output === '******');
    expect(text?.treatment).toBe('masked');
  });

  test.each(['mixpanel', 'amplitude', 'newrelic', 'statsig', 'faro'])(
    '%s blocks by an exclude rule',
    (id) => {
      const { records } = scan(id, {}, '<p class="name">secret</p>', [{ ...rule, action: 'exclude' }]);
      expect(records.find(({ channel, part }) => channel === 'text' && part === 1)?.treatment).toBe(
        'excluded',
      );
    },
  );
});

describe('options of the wrong shape', () => {
  test.each([
    ['mixpanel', { record_mask_text_selector: [1] }, 'options.record_mask_text_selector[0]'],
    ['amplitude', { privacyConfig: { urlMaskLevels: [{}] } }, 'options.privacyConfig.urlMaskLevels[0].match'],
    ['newrelic', { session_replay: { block_selector: 1 } }, 'options.session_replay.block_selector'],
    ['statsig', { session_recording_privacy_settings: { masked_elements: '.a' } }, 'masked_elements'],
    ['faro', { maskTextSelector: 1 }, 'options.maskTextSelector'],
  ])('%s %j names %s', (profile, options, path) => {
    expect(() => scan(profile, options, '')).toThrow(path);
  });
});
