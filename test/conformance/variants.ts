import type { Variant } from './compareCapture.ts';
import type { RecorderId } from './runTruth.ts';

const configurations: Readonly<Record<RecorderId, Readonly<Record<string, Record<string, unknown>>>>> = {
  rrweb: {
    'as it comes': {},
    'with selectors': {
      maskAllInputs: true,
      maskTextSelector: '.msk',
      blockSelector: '.blk',
      ignoreSelector: '.ign',
    },
    'everything masked': { maskTextSelector: '*', maskAllInputs: true },
    slim: {
      slimDOMOptions: 'all',
      blockSelector: '.blk',
      maskTextSelector: '.msk',
      maskInputOptions: { text: true },
    },
    'a broken block list': { blockSelector: '.blk, [', maskTextSelector: '.msk' },
    'a broken mask list': { maskTextSelector: '.msk, :bogus(', blockSelector: '.blk' },
    'a negation': { maskTextSelector: ':not(.unm)', inlineStylesheet: false },
  },
  posthog: {
    'as it comes': {},
    'with selectors': {
      session_recording: { maskAllInputs: false, maskTextSelector: '.msk', blockSelector: '.blk' },
    },
    'everything masked': { session_recording: { maskTextSelector: '*', maskAllElementAttributes: true } },
    'a broken list': {
      session_recording: { blockSelector: '.blk, [', maskTextSelector: '.msk', captureJsonLd: true },
    },
  },
  sentry: {
    'as it comes': {},
    'all switched off': {
      maskAllText: false,
      maskAllInputs: false,
      blockAllMedia: false,
      mask: ['.msk'],
      unmask: ['.unm'],
      block: ['.blk'],
      ignore: ['.ign'],
    },
    'with selectors': { mask: ['.msk'], unmask: ['.unm'], block: ['.blk'], unblock: ['.unm'] },
    'a broken mask list': { maskAllText: false, mask: ['.msk', '['], block: ['.blk'] },
    'a broken unmask list': { unmask: ['.unm', '['] },
    'a broken unblock list': { unblock: ['['] },
  },
  datadog: {
    'as it comes': {},
    mask: { defaultPrivacyLevel: 'mask' },
    allow: { defaultPrivacyLevel: 'allow' },
    'mask unless allow-listed': { defaultPrivacyLevel: 'mask-unless-allowlisted', $DD_ALLOW: [] },
  },
  clarity: {
    Balanced: {},
    Strict: { content: false, mask: ['.msk'], unmask: ['.unm'] },
    'with selectors': { mask: ['.msk'], unmask: ['.unm'] },
    'a broken entry': { mask: ['[', '.msk'], unmask: ['.unm'] },
  },
  openreplay: {
    'as it comes': {},
    'private mode': { privateMode: true },
    'plain inputs': { defaultInputMode: 0, obscureTextNumbers: true, obscureTextEmails: false },
  },
  mixpanel: {
    'with unmask selectors': {
      record_block_selector: 'img, .blk',
      record_unmask_text_selector: ['.unm'],
      record_unmask_input_selector: '.unm',
    },
    'mask selectors only': {
      record_mask_text_selector: '.msk',
      record_mask_all_inputs: false,
      record_mask_input_selector: ['.msk', '['],
      record_console: false,
    },
  },
  amplitude: {
    'with selectors': {
      privacyConfig: {
        blockSelector: '.blk',
        maskSelector: ['.msk'],
        unmaskSelector: ['.unm'],
        maskAttributes: ['title', 'placeholder', 'style', 'value'],
      },
    },
    'conservative at this address': {
      privacyConfig: {
        defaultMaskLevel: 'light',
        unmaskSelector: ['.unm'],
        urlMaskLevels: [{ match: 'http://*:*/?q=*', maskLevel: 'conservative' }],
      },
    },
  },
  newrelic: {
    'as it comes': {},
    'with selectors': {
      session_replay: {
        mask_text_selector: '.msk',
        block_selector: '.blk',
        mask_all_inputs: false,
        mask_input_options: { email: true },
      },
    },
  },
  statsig: {
    'fields masked, with selectors': {
      session_recording_privacy_settings: {
        privacy_mode: 'input',
        blocked_elements: ['.blk'],
        masked_elements: ['.msk'],
        unmasked_elements: ['.unm'],
      },
    },
    'everything masked': { session_recording_privacy_settings: { privacy_mode: 'max' } },
  },
  faro: {
    'as it comes': {},
    'with selectors': {
      maskTextSelector: '.msk',
      blockSelector: '.blk',
      ignoreSelector: '.ign',
      maskAllInputs: false,
      maskInputOptions: { password: true, text: true },
      sanitizeMetaHref: false,
    },
  },
};

/**
 * Left out of the everyday run, which has four minutes: each takes 7 s, and what it decides is decided by another one
 * too or by the unit tests. `SCRIM_CONFORMANCE=all` runs them.
 */
const thoroughOnly: Partial<Record<RecorderId, readonly string[]>> = {
  rrweb: ['everything masked', 'slim', 'a broken mask list', 'a negation'],
  posthog: ['as it comes', 'everything masked'],
  sentry: ['as it comes', 'a broken unmask list', 'a broken unblock list'],
  datadog: ['allow', 'mask unless allow-listed'],
  clarity: ['with selectors', 'a broken entry'],
  openreplay: ['plain inputs'],
  mixpanel: ['mask selectors only'],
  amplitude: ['conservative at this address'],
  newrelic: ['as it comes'],
  statsig: ['everything masked'],
  faro: ['as it comes'],
};

export const isThorough = process.env.SCRIM_CONFORMANCE === 'all';

export function variantsOf(recorder: RecorderId): Variant[] {
  const leftOut = isThorough ? [] : (thoroughOnly[recorder] ?? []);
  return Object.entries(configurations[recorder])
    .filter(([name]) => !leftOut.includes(name))
    .map(([name, options]) => ({ recorder, name, options }));
}
