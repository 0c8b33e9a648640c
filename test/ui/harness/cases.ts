import type { KeptData } from '../../../core/connections/keptData.ts';
import { noPageCalls } from '../../../core/detection/pageCalls.ts';
import type { SiteAnswer } from '../../../core/detection/siteAnswers.ts';
import { readPolicy } from '../../../core/policy/readPolicy.ts';
import type { ConnectionInfo } from '../../../core/protocol.ts';
import { earlierRules, switchedOff } from './earlierRules.ts';
import type { FakePageOptions } from './fakePage.ts';
import type { FakeQaOptions } from './fakeQa.ts';
import { admin, type FakeSettingsOptions } from './fakeSettings.ts';
import { measuredInOrder, measuredOn } from './measurements.ts';
import {
  cleanPage,
  formPage,
  framedPage,
  hazardousPage,
  leakyPage,
  namedPage,
  ownPatternsPage,
} from './pages.ts';
import { rememberedRules } from './rememberedRules.ts';
import { manyProposals, othersProposals } from './sampleProposals.ts';
import { sampleSession } from './sampleSession.ts';

export interface HarnessCase {
  readonly page: FakePageOptions;
  readonly settings?: FakeSettingsOptions;
  /** What was said about sites on earlier visits. */
  readonly sites?: readonly SiteAnswer[];
  readonly qa?: FakeQaOptions;
  /** The options page instead of the panel. */
  readonly options?: boolean;
}

/** The panel reads suppressions on the day it is. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Who changes a rule while this draft is written. */
const ada = { updatedBy: 'ada.sample@example.com', updatedAt: '2026-11-23T10:40:00Z' };

const keptOfMany: KeptData = {
  sources: [
    {
      ...{ sourceId: 'https://api.fullstory.com#o-ACME-na1', name: 'o-ACME-na1', connections: ['c1'] },
      ...{
        draftedChanges: 3,
        keptEdits: 1,
        rules: 48,
        pushes: 12,
        proposals: 1,
        ruleMemories: 20,
        leakEntries: 2,
      },
      ...{ bytes: 91_340, confirm: 'o-ACME-na1' },
    },
    {
      ...{ sourceId: 'https://rules.acme.example#acme-shops', name: 'acme-shops', connections: ['c2'] },
      ...{
        draftedChanges: 0,
        keptEdits: 0,
        rules: 1,
        pushes: 0,
        proposals: 0,
        ruleMemories: 0,
        leakEntries: 0,
      },
      ...{ bytes: 812, confirm: null },
    },
  ],
  savedPages: { count: 4, bytes: 1_240_000 },
  sites: 2,
  keys: 2,
  confirm: 'erase everything',
};

const leaky = { html: leakyPage };

const repository: Partial<ConnectionInfo> = {
  kind: 'github',
  baseUrl: 'https://api.github.com',
  orgId: 'acme/site',
  repository: 'acme/site',
  path: 'config/masking-rules.json',
  email: 'robin-example',
  role: 'WRITE',
  approval: 'all',
};

/** Every state the panel must look finished in; a test opens each by name. */
export const cases: Readonly<Record<string, HarnessCase>> = {
  leaks: { page: leaky },
  measured: { page: leaky, settings: { measured: measuredOn(inDays(-3)) } },
  'measured-old': { page: leaky, settings: { measured: measuredOn('2025-01-31') } },
  'measured-clean': { page: { html: cleanPage }, settings: { measured: measuredInOrder(inDays(-3)) } },
  fill: { page: { html: formPage }, qa: { mayFollow: true } },
  'qa-no-access': { page: leaky, qa: { mayFollow: false } },
  'qa-full': { page: leaky, qa: { mayFollow: true, kept: sampleSession } },
  'qa-not-kept': { page: { html: formPage }, qa: { mayFollow: true, isRefused: true } },
  'qa-refused': {
    page: { state: { kind: 'not-inspectable', reason: 'browser-page' } },
    qa: { kept: { ...sampleSession, isOn: true } },
  },
  'first-run': {
    page: { html: framedPage },
    settings: { empty: true, connection: { kind: 'local', canWrite: true } },
  },
  settled: {
    page: { html: ownPatternsPage },
    settings: {
      leaks: {
        detectors: [
          {
            name: 'policy-id',
            pattern: 'P-\\d{6}',
            severity: 'critical',
            tags: ['identity'],
            examples: { found: ['P-123456'], clean: ['P-12'] },
          },
        ],
        suppressions: [
          {
            id: 's1',
            detector: 'iban',
            reason: 'Our own account, printed on every invoice',
            expires: inDays(60),
          },
          {
            id: 's2',
            detector: 'email',
            reason: 'The newsletter was to be gone by now',
            expires: '2026-01-31',
          },
          { id: 's3', detector: 'jwt', page: '/order', reason: 'Test tokens only', expires: inDays(90) },
        ],
      },
    },
  },
  'broken-detector': {
    page: { html: cleanPage },
    settings: {
      leaks: { detectors: [{ name: 'policy-id', pattern: '(?<=P-)\\d+', examples: { found: ['P-1'] } }] },
    },
  },
  rot: { page: leaky, settings: { remembered: rememberedRules } },
  clean: { page: { html: cleanPage } },
  history: { page: leaky, settings: { history: earlierRules() } },
  'not-recorded': { page: leaky, settings: { recording: switchedOff } },
  named: { page: { html: namedPage } },
  smuggled: {
    page: { html: namedPage },
    settings: {
      imported: {
        megabyte: '.a'.repeat(500_000),
        commas: '.a,'.repeat(10_000),
        sheet: '.a{background:url(https://evil.example/x)}',
        comment: '.a/*',
        turned: '.card\u202e{x}\u202c',
        zero: '.a\0b',
        lines: '.a\n}\n*{color:red}',
        host: ':host, ::part(x)',
        markup: '</textarea><img src=x onerror=alert(1)>',
      },
    },
  },
  hazards: { page: { html: hazardousPage } },
  partly: { page: { html: framedPage } },
  waiting: { page: { state: { kind: 'waiting' } } },
  'browser-page': { page: { state: { kind: 'not-inspectable', reason: 'browser-page' } } },
  'no-access': { page: { state: { kind: 'no-access', origin: 'https://shop.example.com' } } },
  huge: { page: { ...leaky, stuckAt: 45_000 } },
  stale: { page: { ...leaky, restless: true } },
  repository: { page: leaky, settings: { connection: repository } },
  proposals: { page: leaky, settings: { connection: repository, proposals: manyProposals } },
  'proposals-others': {
    page: leaky,
    settings: {
      connection: { kind: 'scrim', baseUrl: 'https://rules.example.com', approval: 'reveals' },
      proposals: othersProposals,
    },
  },
  'proposals-reader': {
    page: leaky,
    settings: {
      connection: { kind: 'scrim', role: 'ARCHITECT', canWrite: false, approval: 'reveals' },
      proposals: othersProposals,
    },
  },
  offline: { page: leaky, settings: { problem: { code: 'unreachable', detail: 'Failed to fetch' } } },
  'key-refused': { page: leaky, settings: { problem: { code: 'key-refused' } } },
  'role-too-low': {
    page: leaky,
    settings: { connection: { role: 'USER', canWrite: false }, problem: { code: 'role-too-low' } },
  },
  architect: { page: leaky, settings: { connection: { role: 'ARCHITECT', canWrite: false } } },
  'other-recorder': {
    page: {
      ...leaky,
      recorders: [
        {
          id: 'datadog',
          name: 'Datadog',
          version: '7.16.2',
          options: { defaultPrivacyLevel: 'mask-user-input' },
        },
        { id: 'hotjar', name: 'Hotjar' },
      ],
    },
  },
  'recorder-asked': {
    page: {
      ...leaky,
      recorders: [
        { id: 'clarity', name: 'Microsoft Clarity', version: '0.8.70' },
        { id: 'sentry', name: 'Sentry', version: '11.12.0', replay: false },
      ],
    },
  },
  'recorders-many': {
    page: {
      ...leaky,
      recorders: [
        {
          id: 'sentry',
          name: 'Sentry',
          version: '11.12.0',
          replay: true,
          options: { maskAllText: false, maskAllInputs: true, blockAllMedia: true },
          untold: ['maskAttributes'],
        },
        { id: 'rrweb', name: 'rrweb' },
        { id: 'hotjar', name: 'Hotjar' },
      ],
    },
    sites: [{ origin: 'https://shop.example.com', configurations: { sentry: '{ "maskAllText": true }' } }],
  },
  'ways-out': {
    page: {
      ...leaky,
      recorders: [{ id: 'fullstory', name: 'FullStory' }],
      calls: {
        ...noPageCalls,
        calls: [
          { operation: 'setIdentity', payload: { uid: '17', properties: { email: 'jane.roe@example.org' } } },
          { operation: 'trackEvent', payload: { name: 'Order placed', properties: { total: 40 } } },
        ],
        layers: [{ name: 'dataLayer', entries: 3, held: [], isWhole: true }],
      },
    },
  },
  documented: { page: { html: cleanPage, recorders: [{ id: 'hotjar', name: 'Hotjar' }] } },
  'other-org': { page: { ...leaky, recorderOrg: 'o-OTHER-na1' } },
  'several-orgs': {
    page: leaky,
    settings: {
      others: [
        {
          ...admin,
          id: 'c2',
          orgId: 'o-SHOP-eu1',
          orgName: 'Acme Shops Europe',
          baseUrl: 'https://api.eu1.fullstory.com',
        },
        {
          id: 'c3',
          kind: 'github',
          baseUrl: 'https://api.github.com',
          repository: 'acme/masking-rules',
          path: 'rules/scrim.json',
          canWrite: true,
        },
      ],
      siteChoices: [{ origin: 'https://shop.example.com', connection: 'c1' }],
    },
  },
  // Together with the draft, which unmasks the rule, it would unmask what nobody looked at.
  conflict: {
    page: leaky,
    settings: { changedByOthers: { 'rule-4': { ...ada, selector: '.orders, .customer-email' } } },
  },
  clash: {
    page: leaky,
    settings: {
      changedByOthers: {
        'rule-4': {
          ...ada,
          action: 'exclude',
          exceptions: ['.orders .total'],
          description: 'Agreed with the privacy team, and again after the redesign in October.',
        },
        'rule-1': { ...ada, selector: '.customer-name, .buyer' },
      },
    },
  },
  merged: {
    page: leaky,
    settings: { changedByOthers: { 'rule-4': { ...ada, description: 'Asked for by the help desk.' } } },
  },
  gone: { page: leaky, settings: { changedByOthers: { 'rule-4': null } } },
  'push-half': { page: leaky, settings: { stopAfter: 1 } },
  'push-queued': { page: leaky, settings: { stopAfter: 0, stopsAs: 'queued' } },
  'push-asks': { page: leaky, settings: { stopAfter: 1, stopsAs: 'queued', asks: true } },
  'push-rejected': { page: leaky, settings: { stopAfter: 1, stopsAs: 'rejected' } },
  'push-conflict': { page: leaky, settings: { stopAfter: 1, stopsAs: 'conflict' } },
  local: { page: leaky, settings: { connection: { kind: 'local', canWrite: true } } },
  options: { page: {}, options: true, settings: { connection: { kind: 'local', canWrite: true } } },
  'options-connected': {
    page: {},
    options: true,
    settings: { connection: { ...admin, role: 'ARCHITECT', canWrite: false } },
  },
  'options-several': {
    page: {},
    options: true,
    settings: {
      connection: { ...admin, orgName: 'Acme', role: 'ARCHITECT', canWrite: false },
      others: [
        {
          ...{ id: 'c2', kind: 'scrim', baseUrl: 'https://rules.acme.example', orgId: 'acme-shops' },
          ...{ orgName: 'Acme Shops Europe', email: 'robin.example@example.com', role: 'ADMIN' },
          ...{ canWrite: true, approval: 'reveals' },
        },
        {
          ...{ id: 'c3', kind: 'github', baseUrl: 'https://api.github.com', orgId: 'acme/masking-rules' },
          ...{ repository: 'acme/masking-rules', branch: 'main', path: 'rules/scrim.json' },
          ...{ email: 'robin', role: 'write', canWrite: true, approval: 'all', keyNotes: ['token-classic'] },
        },
      ],
      siteChoices: [
        { origin: 'https://shop.example.com', connection: 'c2' },
        { origin: 'http://localhost:3000', connection: 'local' },
      ],
      keys: { c1: 'session', c2: 'remembered', c3: 'missing' },
      kept: keptOfMany,
    },
  },
  'options-locked': {
    page: {},
    options: true,
    settings: { keys: { c1: 'locked' }, problem: { code: 'key-locked' } },
  },
  'options-policy': {
    page: {},
    options: true,
    settings: {
      policy: readPolicy({
        org: 'o-ACME-na1',
        allowedSettingsOrigins: ['https://api.fullstory.com'],
        allowedSites: ['https://*.example.com'],
        mayRememberKeys: false,
        directPushes: 'no-live',
        lockAfterMinutes: 15,
        mayRemeberKeys: true,
      }),
    },
  },
  'options-policy-broken': {
    page: {},
    options: true,
    settings: {
      connection: { kind: 'local', canWrite: true },
      policy: readPolicy({ directPushes: 'never', allowedSites: 'https://example.com' }),
    },
  },
  'options-refused': {
    page: {},
    options: true,
    settings: { connection: { kind: 'local', canWrite: true }, problem: { code: 'key-refused' } },
  },
};
