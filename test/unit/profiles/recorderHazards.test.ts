// What recorders do that nobody expects: each row is a behaviour of the real package, which the conformance tests
// prove on one page; here each stands by itself, so that a failure names it.
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
    what: 'one invalid selector switches its whole list off',
    profile: 'rrweb',
    options: { maskTextSelector: '.name, [' },
    html: '<p class="name">secret</p>',
    sent: 'secret',
  },
  {
    what: 'the built-in class survives it',
    profile: 'rrweb',
    options: { maskTextSelector: '[' },
    html: '<p class="rr-mask">secret</p>',
    sent: '******',
  },
  {
    what: 'a negation under closest masks what it spares',
    profile: 'rrweb',
    options: { maskTextSelector: ':not(.safe)' },
    html: '<p class="safe">secret</p>',
    sent: '******',
  },
  {
    what: 'a text mask does not cover a field',
    profile: 'rrweb',
    options: { maskTextSelector: '.name' },
    html: '<input class="name" value="secret">',
    sent: 'secret',
  },
  {
    what: 'hidden fields are not among all inputs',
    profile: 'rrweb',
    options: { maskAllInputs: true },
    html: '<input type="hidden" value="secret">',
    sent: 'secret',
  },
  {
    what: 'PostHog masks hidden fields',
    profile: 'posthog',
    options: {},
    html: '<input type="hidden" value="secret">',
    sent: '******',
  },
  {
    what: 'text of options is sent',
    profile: 'posthog',
    options: {},
    html: '<select><option>secret</option></select>',
    sent: 'secret',
  },
  {
    what: 'comments are sent under a mask of everything',
    profile: 'rrweb',
    options: { maskTextSelector: '*' },
    html: '<p><!--secret--></p>',
    sent: 'secret',
  },
  {
    what: 'titles are sent under a mask',
    profile: 'posthog',
    options: { session_recording: { maskTextSelector: '*' } },
    html: '<p title="secret">x</p>',
    sent: 'secret',
  },
  {
    what: 'an unmask rule shows a password',
    profile: 'sentry',
    options: { unmask: ['.shown'] },
    html: '<input class="shown" type="password" value="secret">',
    sent: 'secret',
  },
  {
    what: 'a button of type SUBMIT is none to Sentry',
    profile: 'sentry',
    options: {},
    html: '<input type="SUBMIT" value="secret">',
    sent: 'secret',
  },
  {
    what: 'data attributes are sent',
    profile: 'sentry',
    options: {},
    html: '<p data-name="secret">x</p>',
    sent: 'secret',
  },
  {
    what: 'an unmask rule on a box does not unmask the attributes in it',
    profile: 'sentry',
    options: { unmask: ['.shown'] },
    html: '<div class="shown"><p title="secret">x</p></div>',
    sent: '******',
  },
  {
    what: 'the broken unmask list ends the recording',
    profile: 'sentry',
    options: { unmask: ['['], maskAllText: false },
    html: '<p>secret</p>',
    sent: null,
  },
  {
    what: 'buttons are sent under mask',
    profile: 'datadog',
    options: { defaultPrivacyLevel: 'mask' },
    html: '<input type="submit" value="secret">',
    sent: 'secret',
  },
  {
    what: 'an allow mark does not show a password',
    profile: 'datadog',
    options: {},
    html: '<div data-dd-privacy="allow"><input type="password" value="secret"></div>',
    sent: '***',
  },
  {
    what: 'plain text is sent under mask-user-input',
    profile: 'datadog',
    options: {},
    html: '<p>secret</p>',
    sent: 'secret',
  },
  {
    what: 'a telling class masks in Balanced',
    profile: 'clarity',
    options: {},
    html: '<p class="billing-address">secret</p>',
    sent: '6',
  },
  {
    what: 'the page title is sent in Strict',
    profile: 'clarity',
    options: { content: false },
    html: '<title>secret</title>',
    sent: 'secret',
  },
  {
    what: 'a product name is sent in Strict',
    profile: 'clarity',
    options: { content: false },
    html: '<script type="application/ld+json">{"@type":"Product","name":"secret"}</script>',
    sent: 'secret',
  },
  {
    what: 'titles of elements are never read',
    profile: 'clarity',
    options: {},
    html: '<p title="secret">x</p>',
    sent: null,
  },
  {
    what: 'the attributes of a hidden element stay',
    profile: 'openreplay',
    options: {},
    html: '<p data-openreplay-hidden id="secret">x</p>',
    sent: 'secret',
  },
  {
    what: 'what is in a shadow root of a hidden element is sent',
    profile: 'openreplay',
    options: {},
    html: '<div data-openreplay-hidden><x-a><template shadowrootmode="open"><p>secret</p></template></x-a></div>',
    sent: 'secret',
  },
];

function scan(profileId: string, options: unknown, html: string, rules: readonly Rule[] = []) {
  const profile = profileById(profileId);
  if (!profile) throw new Error(`no profile ${profileId}`);
  const ruleSet = { ...profile.offlineRules(), rules };
  return scanSavedPage({
    html: `<!doctype html>${html}`,
    url: 'https://shop.example/',
    profile,
    options,
    ruleSet,
  });
}

describe('hazards', () => {
  test.each(hazards)('$profile: $what', ({ profile, options, html, sent }) => {
    const { records } = scan(profile, options, html);
    const outputs = records.flatMap((record) => {
      const isSent = record.stream === 'replay' && record.output !== null && record.output !== '';
      return isSent && record.treatment !== 'excluded' ? [record.output] : [];
    });
    if (sent === null) expect(outputs.join('\n')).not.toContain('secret');
    else expect(outputs).toContain(sent);
    if (sent !== 'secret') expect(outputs.join('\n')).not.toContain('secret');
  });
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
    ['rrweb', 'unmask'],
    ['posthog', 'unmask'],
    ['clarity', 'exclude'],
    ['datadog', 'mask'],
    ['openreplay', 'unmask'],
  ] as const)('%s cannot express %s, and says so by name', (profile, action) => {
    const { problems } = scan(profile, {}, '<p class="name">secret</p>', [{ ...rule, action }]);
    expect(problems).toContainEqual(expect.objectContaining({ ruleId: 'r1', kind: 'not-expressible' }));
  });

  test('a mask rule masks where the recorder can', () => {
    for (const id of ['rrweb', 'posthog', 'openreplay', 'clarity']) {
      const { records } = scan(id, {}, '<p class="name">secret</p>', [rule]);
      const text = records.find(
        (record) => record.channel === 'text' && record.part === 1 && record.treatment === 'masked',
      );
      expect([id, text === undefined]).toEqual([id, false]);
    }
  });

  test('10,000 rules and a selector of a megabyte cost seconds at most', () => {
    const many = Array.from(
      { length: 10_000 },
      (_unused, i): Rule => ({ ...rule, id: `r${i}`, selector: `.c${i}` }),
    );
    const long = { ...rule, id: 'long', selector: `.${'x'.repeat(1_000_000)}` };
    const { rules } = scan('sentry', {}, '<p class="c9999">secret</p>', [...many, long]);
    expect(rules.length).toBeGreaterThan(10_000);
  });
});

describe('options of the wrong shape', () => {
  test.each([
    ['rrweb', { maskTextSelector: 1 }, 'options.maskTextSelector'],
    ['rrweb', { slimDOMOptions: 'some' }, 'options.slimDOMOptions'],
    ['posthog', { session_recording: [] }, 'options.session_recording'],
    ['sentry', { mask: 5 }, 'options.mask'],
    ['datadog', { defaultPrivacyLevel: 'none' }, 'options.defaultPrivacyLevel'],
    ['clarity', { mask: [1] }, 'options.mask[0]'],
    ['openreplay', { defaultInputMode: 3 }, 'options.defaultInputMode'],
  ])('%s %j names %s', (profile, options, path) => {
    expect(() => scan(profile, options, '')).toThrow(path);
  });

  test('a function is reported and what it decides is unknown', () => {
    const result = scan(
      'rrweb',
      { maskTextFn: { $scrim: 'function' }, maskTextSelector: '.name' },
      '<p class="name">secret</p>',
    );
    expect(result.problems).toContainEqual(
      expect.objectContaining({ ruleId: 'maskTextFn', kind: 'not-simulated' }),
    );
    expect(
      result.records.some((record) => record.treatment === 'unknown' && record.output === 'secret'),
    ).toBe(true);
  });
});
