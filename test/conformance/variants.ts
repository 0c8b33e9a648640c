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
};

export function variantsOf(recorder: RecorderId): Variant[] {
  return Object.entries(configurations[recorder]).map(([name, options]) => ({ recorder, name, options }));
}
