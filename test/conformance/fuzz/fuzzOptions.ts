import type { RecorderId } from '../runTruth.ts';
import type { SeededRandom } from './seededRandom.ts';

type Options = Record<string, unknown>;

const selectors: Readonly<Record<'block' | 'mask' | 'unmask', readonly string[]>> = {
  block: [
    '.blk',
    '.blk',
    '.blk, img',
    'section.blk, [data-x]',
    'svg',
    'iframe',
    'input',
    '.blk > *',
    ':is(.blk)',
  ],
  mask: [
    '.msk',
    '.msk',
    '.msk',
    '.msk, textarea',
    '*',
    ':not(.unm)',
    '.msk *',
    'p, span',
    '[title]',
    'div:has(> input)',
  ],
  unmask: ['.unm', '.unm', '.unm, b', '.msk .unm', 'input', '[data-spot]', 'select'],
};
const odd = [
  '',
  ' ',
  '.blk, [',
  ':bogus(',
  '.a,,.b',
  '.blk,',
  '#',
  'div:nth-child(2)',
  ':host',
  '::before',
  ':root',
];

/** A configuration at random: what a site would write, and what it would write by mistake. */
export function fuzzOptions(recorder: RecorderId, random: SeededRandom, oddity = 0.15): Options {
  return random.chance(0.15) ? {} : makers[recorder](random, oddity);
}

function some(random: SeededRandom, probability: number, entries: Record<string, () => unknown>): Options {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, make]) => (random.chance(probability) ? [[key, make()]] : [])),
  );
}

/** A selector, or now and then what is none. */
function selector(random: SeededRandom, kind: keyof typeof selectors, oddity: number): string {
  return random.pick(random.chance(oddity) ? odd : selectors[kind]);
}

/** Where one string is expected: sometimes nothing, sometimes a list. */
function oneSelector(random: SeededRandom, kind: keyof typeof selectors, oddity: number): unknown {
  if (random.chance(oddity)) return random.pick([null, '', ['.blk', '.msk'], [], '.msk, [']);
  return selector(random, kind, oddity);
}

function selectorList(random: SeededRandom, kind: keyof typeof selectors, oddity: number): unknown {
  const count = random.below(3);
  const list = Array.from({ length: count }, () => selector(random, kind, oddity / 2));
  return random.chance(oddity / 2) ? random.pick<unknown>([[], [''], list]) : list;
}

function className(random: SeededRandom, names: readonly string[], oddity: number): unknown {
  if (random.chance(oddity * 2))
    return random.pick<unknown>([
      { $scrim: 'regexp', source: 'bl.', flags: '' },
      { $scrim: 'regexp', source: '^MSK$', flags: 'i' },
      { $scrim: 'regexp', source: 'm', flags: 'u' },
      '',
      null,
      'a b',
    ]);
  return random.pick(names);
}

const flag = (random: SeededRandom): boolean => random.chance(0.5);

function inputKinds(random: SeededRandom): unknown {
  const kinds =
    'text password email tel textarea select checkbox radio hidden number date color range submit button url search week file'.split(
      ' ',
    );
  return Object.fromEntries(kinds.filter(() => random.chance(0.3)).map((kind) => [kind, random.chance(0.8)]));
}

function slim(random: SeededRandom): unknown {
  const keys = [
    'script',
    'comment',
    'headFavicon',
    'headWhitespace',
    'headMetaDescKeywords',
    'headMetaSocial',
    'headMetaRobots',
    'headMetaHttpEquiv',
    'headMetaAuthorship',
    'headMetaVerification',
    'headTitleMutations',
  ];
  return random.pick<() => unknown>([
    () => true,
    () => 'all',
    () => false,
    () => null,
    () => Object.fromEntries(keys.filter(() => flag(random)).map((key) => [key, flag(random)])),
  ])();
}

const makers: Readonly<Record<RecorderId, (random: SeededRandom, oddity: number) => Options>> = {
  rrweb: (random, oddity) =>
    some(random, 0.4, {
      blockClass: () => className(random, ['rr-block', 'blk', 'other'], oddity),
      blockSelector: () => oneSelector(random, 'block', oddity),
      ignoreClass: () => random.pick(['ign', 'rr-ignore']),
      ignoreSelector: () => oneSelector(random, 'block', oddity),
      maskTextClass: () => className(random, ['rr-mask', 'msk'], oddity),
      maskTextSelector: () => oneSelector(random, 'mask', oddity),
      maskAllInputs: () => flag(random),
      maskInputOptions: () => inputKinds(random),
      slimDOMOptions: () => slim(random),
      inlineStylesheet: () => flag(random),
      inlineImages: () => flag(random),
      collectFonts: () => flag(random),
      recordCrossOriginIframes: () => false,
      sampling: () => random.pick([{ input: 'last' }, { input: 'all' }, {}]),
      userTriggeredOnInput: () => flag(random),
    }),
  posthog: (random, oddity) => ({
    session_recording: some(random, 0.4, {
      blockClass: () => className(random, ['ph-no-capture', 'blk'], oddity),
      blockSelector: () => oneSelector(random, 'block', oddity),
      ignoreClass: () => random.pick(['ign', 'ph-ignore-input']),
      maskTextClass: () => className(random, ['ph-mask', 'msk'], oddity),
      maskTextSelector: () => oneSelector(random, 'mask', oddity),
      maskAllInputs: () => flag(random),
      maskInputOptions: () => inputKinds(random),
      maskAllElementAttributes: () => flag(random),
      slimDOMOptions: () => slim(random) ?? {},
      inlineStylesheet: () => flag(random),
      collectFonts: () => flag(random),
      captureJsonLd: () => flag(random),
    }),
  }),
  sentry: (random, oddity) =>
    some(random, 0.4, {
      maskAllText: () => flag(random),
      maskAllInputs: () => flag(random),
      blockAllMedia: () => flag(random),
      mask: () => selectorList(random, 'mask', oddity),
      unmask: () => selectorList(random, 'unmask', oddity),
      block: () => selectorList(random, 'block', oddity),
      unblock: () => selectorList(random, 'unmask', oddity / 2),
      ignore: () => selectorList(random, 'block', oddity / 2),
      maskAttributes: () => random.pick<unknown>([[], ['title'], ['data-x', 'alt', 'value'], ['href'], null]),
      slimDOMOptions: () => slim(random),
      inlineStylesheet: () => flag(random),
    }),
  datadog: (random) =>
    some(random, 0.7, {
      defaultPrivacyLevel: () =>
        random.pick([
          'mask',
          'allow',
          'mask-user-input',
          'mask',
          'mask-unless-allowlisted',
          'mask-unless-allowlisted',
        ]),
      actionNameAttribute: () => random.pick(['data-x', 'title', 'name']),
      enablePrivacyForActionName: () => flag(random),
      trackUserInteractions: () => flag(random),
      $DD_ALLOW: () => random.pick([[], ['lorem', 'before', 'first', 'x', 'last'], ['write to']]),
    }),
  clarity: (random, oddity) =>
    some(random, 0.5, {
      content: () => flag(random),
      mask: () => selectorList(random, 'mask', oddity),
      unmask: () => selectorList(random, 'unmask', oddity),
      drop: () => random.pick([['q'], ['t', 'r'], []]),
      lean: () => false,
    }),
  openreplay: (random) =>
    some(random, 0.4, {
      privateMode: () => flag(random),
      obscureTextEmails: () => flag(random),
      obscureTextNumbers: () => flag(random),
      defaultInputMode: () => random.pick([0, 1, 2]),
      obscureInputEmails: () => flag(random),
      obscureInputNumbers: () => flag(random),
      obscureInputDates: () => flag(random),
      captureIFrames: () => flag(random),
      inlineCss: () => random.pick([0, 1, 2, 3]),
      disableStringDict: () => flag(random),
      respectDoNotTrack: () => false,
    }),
  // Forks of rrweb; a selector that no browser takes is in tests of its own: what it does goes by project settings.
  mixpanel: (random) =>
    some(random, 0.4, {
      record_block_selector: () => selector(random, 'block', 0),
      record_mask_text_selector: () => selector(random, 'mask', 0),
      record_unmask_text_selector: () => [selector(random, 'unmask', 0)],
      record_mask_input_selector: () => selector(random, 'mask', 0),
      record_unmask_input_selector: () => selector(random, 'unmask', 0),
      record_mask_all_text: () => flag(random),
      record_mask_all_inputs: () => flag(random),
      record_console: () => flag(random),
    }),
  amplitude: (random) => ({
    privacyConfig: some(random, 0.4, {
      blockSelector: () => selector(random, 'block', 0),
      maskSelector: () => [selector(random, 'mask', 0)],
      unmaskSelector: () => [selector(random, 'unmask', 0)],
      defaultMaskLevel: () => random.pick(['light', 'medium', 'conservative']),
      maskAttributes: () => ['title', 'placeholder', 'alt'],
    }),
  }),
  newrelic: (random, oddity) => ({
    session_replay: some(random, 0.4, {
      block_selector: () => selector(random, 'block', oddity),
      mask_text_selector: () => selector(random, 'mask', oddity),
      mask_all_inputs: () => flag(random),
      mask_input_options: () => inputKinds(random),
    }),
  }),
  statsig: (random) => ({
    session_recording_privacy_settings: some(random, 0.5, {
      privacy_mode: () => random.pick(['min', 'input', 'max']),
      blocked_elements: () => [selector(random, 'block', 0)],
      masked_elements: () => [selector(random, 'mask', 0)],
      unmasked_elements: () => [selector(random, 'unmask', 0)],
    }),
  }),
  faro: (random) =>
    some(random, 0.4, {
      blockSelector: () => selector(random, 'block', 0),
      maskTextSelector: () => selector(random, 'mask', 0),
      maskAllInputs: () => flag(random),
      maskInputOptions: () => inputKinds(random),
      inlineStylesheet: () => flag(random),
      sanitizeMetaHref: () => flag(random),
    }),
};
