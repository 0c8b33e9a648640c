// What the documentation of each recorder says, with the address where it says so, and what it does not say.
import { describe, expect, test } from 'vitest';
import { expandRecords } from '../../../cli/expandRecords.ts';
import { profileById, profiles } from '../../../core/profiles/registry.ts';
import type { Rule } from '../../../core/rules/rule.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';

interface Example {
  readonly recorder: string;
  readonly says: string;
  /** Where it is written; absent: nowhere, so the answer must be `unknown`. */
  readonly source?: string;
  readonly html: string;
  readonly options?: unknown;
  readonly rules?: readonly Partial<Rule>[];
  /** `text`, `value`, `title`, `url` or `@attribute`, and what is sent of it. */
  readonly sends: Readonly<Record<string, readonly [treatment: string, output: string | null]>>;
}

const hotjarFields = 'https://help.hotjar.com/hc/en-us/articles/36820034730641';
const logrocketDom = 'https://docs.logrocket.com/reference/dom.md';
const logrocketPrivacy = 'https://docs.logrocket.com/docs/privacy.md';
const smartlookRules = 'https://help.smartlook.com/docs/creating-masking-rules';
const smartlookConsent = 'https://web.developer.smartlook.com/docs/consent-and-sensitive-data';
const dynatraceMasking =
  'https://docs.dynatrace.com/docs/observe/digital-experience/session-replay-latest/configure-session-replay/url-exclusion-and-masking';
const dynatraceSchema =
  'https://github.com/dynatrace-oss/terraform-provider-dynatrace/blob/main/dynatrace/api/builtin/sessionreplay/web/privacypreferences/schema.json';
const contentsquareData = 'https://docs.contentsquare.com/en/web/personal-data-handling/';
const contentsquareFields = 'https://support.contentsquare.com/hc/en-gb/articles/360017105259';
const heapPrivacy = 'https://help.heap.io/hc/en-us/articles/18699943074460';
const heapInherited =
  'https://help.heap.io/session-replay/session-replay-data-privacy/what-privacy-settings-does-session-replay-inherit-from-heap';
const pendoOverview = 'https://support.pendo.io/hc/en-us/articles/20415707164059';

const smartlookList = (...rules: readonly (readonly [selector: string, type: string])[]) => ({
  record: { emails: true, numbers: true },
  rules: rules.map(([selector, type]) => ({ selector, type })),
});
const dynatracePreset = (recordingMaskingPreset: string, rules: readonly object[] = []) => ({
  maskingPresets: {
    recordingMaskingPreset,
    recordingMaskingAllowListRules: rules,
    recordingMaskingBlockListRules: rules,
  },
});

const examples: readonly Example[] = [
  {
    recorder: 'hotjar',
    says: 'what is typed becomes three stars',
    source: hotjarFields,
    html: '<input type="text" value="Jane">',
    sends: { value: ['masked', '***'] },
  },
  {
    recorder: 'hotjar',
    says: 'a quantity becomes 111',
    source: hotjarFields,
    html: '<input type="number" value="42">',
    sends: { value: ['masked', '111'] },
  },
  {
    recorder: 'hotjar',
    says: 'a date becomes 01/01/1979',
    source: hotjarFields,
    html: '<input type="date" value="2001-02-03">',
    sends: { value: ['masked', '01/01/1979'] },
  },
  {
    recorder: 'hotjar',
    says: 'data-hj-allow shows the very field, as an attribute',
    source: hotjarFields,
    html: '<input name="code" type="text" data-hj-allow value="A1">',
    sends: { value: ['captured', 'A1'] },
  },
  {
    recorder: 'hotjar',
    says: 'or as a class',
    source: hotjarFields,
    html: '<textarea class="form-control data-hj-allow">A1</textarea>',
    sends: { value: ['captured', 'A1'] },
  },
  {
    recorder: 'hotjar',
    says: 'on a container it has no effect',
    source: hotjarFields,
    html: '<div data-hj-allow><input value="A1"></div>',
    sends: { value: ['masked', '***'] },
  },
  {
    recorder: 'hotjar',
    says: 'a password is never kept',
    source: 'https://www.hotjar.com/blog/more-secure-recordings',
    html: '<input type="password" data-hj-allow value="secret">',
    sends: { value: ['masked', '***'] },
  },
  {
    recorder: 'hotjar',
    says: 'text around which data-hj-suppress stands is shown as asterisks',
    source: 'https://github.com/openedx/frontend-app-profile/pull/385',
    html: '<div data-hj-suppress><b>Jane R</b></div>',
    sends: { text: ['masked', '**** *'] },
  },
  {
    recorder: 'hotjar',
    says: 'a field allowed inside of what is suppressed',
    html: '<div data-hj-suppress><input data-hj-allow value="A1"></div>',
    sends: { value: ['unknown', 'A1'] },
  },
  {
    recorder: 'hotjar',
    says: 'an attribute of what is suppressed',
    html: '<p data-hj-suppress title="Jane"></p>',
    sends: { '@title': ['unknown', 'Jane'] },
  },
  {
    recorder: 'hotjar',
    says: 'a choice',
    html: '<select><option>Jane</option></select>',
    sends: { value: ['unknown', 'Jane'], text: ['unknown', 'Jane'] },
  },
  {
    recorder: 'logrocket',
    says: 'all elements are captured by default',
    source: logrocketDom,
    html: '<p>Jane</p><input value="Doe">',
    sends: { text: ['captured', 'Jane'], value: ['captured', 'Doe'] },
  },
  {
    recorder: 'logrocket',
    says: 'of a private element and its children no details are recorded',
    source: logrocketDom,
    html: '<div data-private title="t">This data will <strong>not</strong></div>',
    sends: { text: ['excluded', null], '@title': ['excluded', null] },
  },
  {
    recorder: 'logrocket',
    says: 'what is excluded cannot be included again',
    source: logrocketPrivacy,
    html: '<div data-private><b data-public>x</b></div>',
    sends: { text: ['excluded', null] },
  },
  {
    recorder: 'logrocket',
    says: 'a password is not recorded',
    source: logrocketDom,
    html: '<input type="password" value="secret">',
    sends: { value: ['excluded', null], '@value': ['excluded', null] },
  },
  {
    recorder: 'logrocket',
    says: 'lipsum keeps the number of characters only',
    source: logrocketPrivacy,
    html: '<input data-private="lipsum" value="Jane">',
    sends: { value: ['masked', '████'] },
  },
  {
    recorder: 'logrocket',
    says: 'textSanitizer masks all text; how it looks is not said',
    source: 'https://github.com/Unleash/unleash/pull/11993',
    html: '<p>Jane</p>',
    options: { dom: { textSanitizer: true } },
    sends: { text: ['masked', '████'] },
  },
  {
    recorder: 'logrocket',
    says: 'data-public under textSanitizer, as its users report it',
    html: '<div data-public><p>Jane</p></div>',
    options: { dom: { textSanitizer: true } },
    sends: { text: ['unknown', 'Jane'] },
  },
  {
    recorder: 'logrocket',
    says: 'a value of an option that is not written down',
    html: '<p>Jane</p>',
    options: { dom: { textSanitizer: 'excluded' } },
    sends: { text: ['unknown', 'Jane'] },
  },
  {
    recorder: 'logrocket',
    says: 'selectors and names of the configuration make elements private',
    source: 'https://www.npmjs.com/package/logrocket/v/12.4.0',
    html: '<p class="pii">Jane</p>',
    options: { dom: { redactSelectors: ['.pii'] } },
    sends: { text: ['excluded', null] },
  },
  {
    recorder: 'logrocket',
    says: 'hideSelectors, of which only the name is known',
    html: '<p class="pii">Jane</p>',
    options: { dom: { hideSelectors: ['.pii'] } },
    sends: { text: ['unknown', 'Jane'] },
  },
  {
    recorder: 'logrocket',
    says: 'names of classes too, whatever signs are in them',
    source: 'https://www.npmjs.com/package/logrocket/v/12.4.0',
    html: '<p class="w:1/2">Jane</p>',
    options: { dom: { privateClassNameBlocklist: ['w:1/2'] } },
    sends: { text: ['excluded', null] },
  },
  {
    recorder: 'logrocket',
    says: 'page titles can be left out',
    source: 'https://www.npmjs.com/package/logrocket/v/12.4.0',
    html: '<title>Jane</title>',
    options: { dom: { disablePageTitles: true } },
    sends: { title: ['excluded', null] },
  },
  {
    recorder: 'logrocket',
    says: 'an address that a function of the site may change',
    html: '<p>x</p>',
    options: { browser: { urlSanitizer: { $scrim: 'function' } } },
    sends: { url: ['unknown', 'https://shop.example/'] },
  },
  {
    recorder: 'smartlook',
    says: 'form elements are not recorded unless the page says so',
    source: smartlookConsent,
    html: '<input value="Jane">',
    sends: { value: ['masked', '████'] },
  },
  {
    recorder: 'smartlook',
    says: 'with forms recorded they are',
    source: smartlookConsent,
    html: '<input value="Jane">',
    options: { record: { forms: true } },
    sends: { value: ['captured', 'Jane'] },
  },
  {
    recorder: 'smartlook',
    says: 'but never a password',
    source: smartlookConsent,
    html: '<input type="password" value="Jane">',
    options: { ...smartlookList(['input', 'unmask']), record: { forms: true } },
    sends: { value: ['masked', '████'] },
  },
  {
    recorder: 'smartlook',
    says: 'e-mail addresses on the page are not recorded',
    source: smartlookConsent,
    html: '<p>Write to jane@example.org now</p>',
    sends: { text: ['captured', 'Write to ████████████████ now'] },
  },
  {
    recorder: 'smartlook',
    says: 'numbers are not either, but what a number is, is not said',
    html: '<p>Room 12</p>',
    sends: { text: ['unknown', 'Room 12'] },
  },
  {
    recorder: 'smartlook',
    says: 'mask hides the text of an element',
    source: smartlookRules,
    html: '<div class="card">Jane</div>',
    options: smartlookList(['.card', 'Mask']),
    sends: { text: ['masked', '████'] },
  },
  {
    recorder: 'smartlook',
    says: 'unmask shows text that was masked due to a previous rule',
    source: smartlookRules,
    html: '<div class="card"><b class="name">Jane</b></div>',
    options: smartlookList(['.card', 'mask'], ['.name', 'unmask']),
    sends: { text: ['captured', 'Jane'] },
  },
  {
    recorder: 'smartlook',
    says: 'of two rules on one element the one further down decides',
    source: smartlookRules,
    html: '<b class="card name">Jane</b>',
    options: smartlookList(['.name', 'unmask'], ['.card', 'mask']),
    sends: { text: ['masked', '████'] },
  },
  {
    recorder: 'smartlook',
    says: 'whether it also decides from around the element',
    html: '<div class="card"><b class="name">Jane</b></div>',
    options: smartlookList(['.name', 'unmask'], ['.card', 'mask']),
    sends: { text: ['unknown', 'Jane'] },
  },
  {
    recorder: 'smartlook',
    says: 'exclude leaves nothing of the element',
    source: smartlookRules,
    html: '<div class="card"><b>Jane</b></div>',
    options: smartlookList(['.card', 'exclude']),
    sends: { text: ['excluded', null] },
  },
  {
    recorder: 'smartlook',
    says: 'what is left of the attributes of an excluded element',
    html: '<p class="card">x</p>',
    options: smartlookList(['.card', 'exclude']),
    sends: { '@class': ['unknown', 'card'] },
  },
  {
    recorder: 'dynatrace',
    says: 'digits become zeros, letters stars, punctuation stays',
    source: dynatraceMasking,
    html: '<input value="jane.r@example.org, 12é">',
    sends: { value: ['masked', '****.*@*******.***, 00*'] },
  },
  {
    recorder: 'dynatrace',
    says: 'by default what users enter is masked, not the text',
    source: dynatraceSchema,
    html: '<p>Jane</p><select><option value="m">Mr</option></select>',
    sends: { value: ['masked', '*'] },
  },
  {
    recorder: 'dynatrace',
    says: 'mask all takes in text, images and values of attributes',
    source: dynatraceSchema,
    html: '<p title="Jane">Jane</p><img src="a.png">',
    options: dynatracePreset('MASK_ALL'),
    sends: { text: ['masked', '****'], '@title': ['masked', '****'], '@src': ['masked', '*.***'] },
  },
  {
    recorder: 'dynatrace',
    says: 'the allow list shows elements and attributes',
    source: dynatraceSchema,
    html: '<p class="ok" title="Jane" lang="en">Jane</p>',
    options: dynatracePreset('ALLOW_LIST', [
      { target: 'ELEMENT', cssExpression: '.ok' },
      { target: 'ATTRIBUTE', attributeExpression: 'title' },
    ]),
    sends: { text: ['captured', 'Jane'], '@title': ['captured', 'Jane'] },
  },
  {
    recorder: 'dynatrace',
    says: 'the block list masks elements with their children, and all else is captured',
    source: dynatraceSchema,
    html: '<div class="pii"><b>Jane</b></div><input value="x">',
    options: dynatracePreset('BLOCK_LIST', [{ target: 'ELEMENT', cssExpression: '.pii' }]),
    sends: { text: ['masked', '****'], '@value': ['captured', 'x'] },
  },
  {
    recorder: 'dynatrace',
    says: 'an expression that matches a part of an attribute name',
    html: '<p data-name="Jane">x</p>',
    options: dynatracePreset('BLOCK_LIST', [{ target: 'ATTRIBUTE', attributeExpression: 'name' }]),
    sends: { '@data-name': ['unknown', 'Jane'] },
  },
  {
    recorder: 'contentsquare',
    says: 'text fields become bullets, before and after they are typed into',
    source: contentsquareData,
    html: '<input type="email" value="j@x.io">',
    options: { automasking: false },
    sends: { value: ['masked', '••••••'], '@value': ['masked', '••••••'] },
  },
  {
    recorder: 'contentsquare',
    says: 'every figure of a number becomes 0',
    source: contentsquareData,
    html: '<input type="number" value="42.5">',
    options: { automasking: false },
    sends: { value: ['masked', '00.0'] },
  },
  {
    recorder: 'contentsquare',
    says: 'the rest of the HTML is sent',
    source: contentsquareData,
    html: '<title>Jane</title><p title="x">Jane</p><select><option>Mr</option></select>',
    options: { automasking: false },
    sends: { title: ['captured', 'Jane'], '@title': ['captured', 'x'], value: ['captured', 'Mr'] },
  },
  {
    recorder: 'contentsquare',
    says: 'the content of what is marked data-cs-mask is removed',
    source: contentsquareData,
    html: '<div data-cs-mask><b>Jane</b></div>',
    options: { automasking: false },
    sends: { text: ['excluded', null] },
  },
  {
    recorder: 'contentsquare',
    says: 'e-mail addresses are replaced by a word',
    source: contentsquareFields,
    html: '<p title="jane@example.org">Mail jane@example.org.</p>',
    options: { automasking: false },
    sends: {
      text: ['captured', 'Mail CS_ANONYMIZED_EMAIL.'],
      '@title': ['captured', 'CS_ANONYMIZED_EMAIL'],
    },
  },
  {
    recorder: 'contentsquare',
    says: 'what passes for a card number',
    html: '<p>4242 4242 4242 4242</p>',
    options: { automasking: false },
    sends: { text: ['unknown', '4242 4242 4242 4242'] },
  },
  {
    recorder: 'contentsquare',
    says: 'whether the page is masked, which the console decides',
    html: '<p>Jane</p>',
    sends: { text: ['unknown', 'Jane'] },
  },
  {
    recorder: 'heap',
    says: 'values of form fields are never captured',
    source: heapPrivacy,
    html: '<input value="Jane">',
    sends: { value: ['excluded', null] },
  },
  {
    recorder: 'heap',
    says: 'mask all text puts asterisks',
    source: heapPrivacy,
    html: '<title>Shop</title><p>Jane</p>',
    options: { maskAllText: true },
    sends: { text: ['masked', '****'], title: ['captured', 'Shop'] },
  },
  {
    recorder: 'heap',
    says: 'additional elements are masked by selector',
    source: heapPrivacy,
    html: '<p class="pii">Jane</p>',
    options: { maskAdditionalElements: ['.pii'] },
    sends: { text: ['masked', '****'] },
  },
  {
    recorder: 'heap',
    says: 'data-heap-redact-text redacts the whole element, and titles',
    source: heapInherited,
    html: '<title data-heap-redact-text="true">Jane</title><p data-heap-redact-text="true">Doe</p>',
    sends: { title: ['excluded', null], text: ['excluded', null] },
  },
  {
    recorder: 'heap',
    says: 'which elements below data-heap-redact-attributes are redacted',
    html: '<div data-heap-redact-attributes="a"><p>Jane</p></div>',
    sends: { text: ['unknown', 'Jane'] },
  },
  {
    recorder: 'pendo',
    says: 'masked text is asterisks, blocked elements are not captured',
    source: pendoOverview,
    html: '<p class="m">Jane</p><p class="b" title="x"></p>',
    options: {
      maskAllText: false,
      rules: [
        { selector: '.m', action: 'mask' },
        { selector: '.b', action: 'block' },
      ],
    },
    sends: { text: ['masked', '****'], '@title': ['excluded', null] },
  },
  {
    recorder: 'pendo',
    says: 'an unmask rule shows what the starting configuration masks',
    source: 'https://support.pendo.io/hc/en-us/articles/18049064847515',
    html: '<p class="ok">Jane</p>',
    options: { maskAllText: true, rules: [{ selector: '.ok', action: 'unmask' }] },
    sends: { text: ['captured', 'Jane'] },
  },
  {
    recorder: 'pendo',
    says: 'two rules on one element',
    html: '<p class="a b">Jane</p>',
    options: {
      maskAllText: false,
      rules: [
        { selector: '.a', action: 'mask' },
        { selector: '.b', action: 'unmask' },
      ],
    },
    sends: { text: ['unknown', 'Jane'] },
  },
  {
    recorder: 'pendo',
    says: 'which starting configuration is chosen',
    html: '<p>Jane</p>',
    sends: { text: ['unknown', 'Jane'] },
  },
];

describe.each(examples)('$recorder: $says', ({ recorder, html, options, rules, sends, source }) => {
  test(source ?? 'is not documented', () => {
    const records = play(recorder, html, options, rules);
    for (const [where, expected] of Object.entries(sends)) {
      const found = records.filter((record) => isAt(record, where) && record.output?.trim() !== '');
      expect(
        found
          .map((record) => [record.treatment, record.output])
          .filter((one, at, all) => isNew(one, at, all)),
        where,
      ).toEqual([expected]);
      if (source === undefined) expect(expected[0]).toBe('unknown');
    }
  });
});

describe('a rule file', () => {
  test.each([
    ['hotjar', {}, ['exclude', 'mask', 'unmask']],
    ['logrocket', {}, ['unmask']],
    ['smartlook', {}, []],
    ['dynatrace', {}, ['exclude', 'mask', 'unmask']],
    ['dynatrace', dynatracePreset('ALLOW_LIST'), ['exclude', 'mask']],
    ['dynatrace', dynatracePreset('BLOCK_LIST'), ['exclude', 'unmask']],
    ['contentsquare', {}, ['exclude']],
    ['heap', {}, ['exclude', 'unmask']],
    ['pendo', {}, []],
  ])('%s %j refuses by name: %j', (recorder, options, refused) => {
    const rules = (['exclude', 'mask', 'unmask'] as const).map((action) => ({
      id: action,
      selector: `.${action}`,
      action,
    }));
    const { problems } = scan(recorder, '<p>x</p>', options, rules);
    expect(problems.filter(({ kind }) => kind === 'not-expressible').map(({ ruleId }) => ruleId)).toEqual(
      refused,
    );
  });
});

describe('a configuration of another shape', () => {
  test.each([
    ['hotjar', []],
    ['logrocket', { dom: { redactSelectors: '.a' } }],
    ['logrocket', { dom: { textSanitizer: 1 } }],
    ['logrocket', { browser: { urlSanitizer: 'no' } }],
    ['smartlook', { rules: [{ selector: '.a', type: 'hide' }] }],
    ['smartlook', { rules: {} }],
    ['smartlook', { record: { forms: 'yes' } }],
    ['dynatrace', { maskingPresets: { recordingMaskingPreset: 'MASK' } }],
    ['dynatrace', dynatracePreset('BLOCK_LIST', [{ target: 'ATTRIBUTE', attributeExpression: '(' }])],
    ['dynatrace', dynatracePreset('BLOCK_LIST', [{ target: 'ELEMENT' }])],
    ['contentsquare', { setPIISelectors: { PIISelectors: [1] } }],
    ['contentsquare', { setPIISelectors: { Attributes: 'value' } }],
    ['heap', { maskAdditionalElements: '.a' }],
    ['pendo', { rules: [{ action: 'mask' }] }],
  ])('%s refuses %j', (recorder, options) => {
    expect(() => profileById(recorder)?.parseOptions(options)).toThrow(/^options/);
  });
});

describe('a hostile page', () => {
  const options: Readonly<Record<string, unknown>> = {
    dynatrace: dynatracePreset('BLOCK_LIST', [{ target: 'ATTRIBUTE', attributeExpression: '(a+)+$' }]),
    contentsquare: { automasking: false },
  };

  test.each(['hotjar', 'logrocket', 'smartlook', 'dynatrace', 'contentsquare', 'heap', 'pendo'])(
    '%s: texts, names and values of any length cost seconds at most',
    (recorder) => {
      const long = 300_000;
      const texts = ['a@', 'a.', '1 ', '1-', 'a@a.'].map((part) => `<p>${part.repeat(long)}!</p>`);
      const name = `${'a'.repeat(long)}!`;
      const html = `${texts.join('')}<p ${name}="x"></p><input value="${'a@a.a'.repeat(long)}">`;
      const start = performance.now();
      expect(play(recorder, html, options[recorder]).length).toBeGreaterThan(6);
      expect(performance.now() - start).toBeLessThan(20_000);
    },
    30_000,
  );
});

test('every recorder that is only documented has sources, and names what is not documented', () => {
  const documented = profiles.filter(({ evidence }) => evidence.kind === 'documented');
  expect(documented.length).toBe(8);
  for (const { evidence, undocumented } of documented) {
    if (evidence.kind !== 'documented') continue;
    expect(evidence.sources.every((source) => source.startsWith('https://'))).toBe(true);
    expect(undocumented.length).toBeGreaterThan(5);
  }
});

function scan(recorder: string, html: string, options: unknown, rules: readonly Partial<Rule>[] = []) {
  const profile = profileById(recorder);
  if (!profile) throw new Error(`no profile ${recorder}`);
  const given = rules.map((rule) => ({ ...blankRule, ...rule }));
  return scanSavedPage({
    html: `<!doctype html>${html}`,
    url: 'https://shop.example/',
    profile,
    options: options ?? {},
    ruleSet: { rules: given, groups: [], gaps: [] },
  });
}

function play(recorder: string, html: string, options: unknown, rules?: readonly Partial<Rule>[]) {
  return expandRecords(scan(recorder, html, options, rules));
}

function isAt({ channel, name }: ReturnType<typeof play>[number], where: string): boolean {
  if (where.startsWith('@')) return channel === 'attribute' && name === where.slice(1);
  return channel === where && name === undefined;
}

function isNew(one: readonly unknown[], at: number, all: readonly (readonly unknown[])[]): boolean {
  return all.findIndex((other) => other[0] === one[0] && other[1] === one[1]) === at;
}

const blankRule: Rule = {
  id: 'r',
  name: 'rule',
  selector: '*',
  exceptions: [],
  action: 'mask',
  consent: false,
  scope: 'all',
  platforms: ['web'],
  groupId: '0',
  editable: 'any',
};
