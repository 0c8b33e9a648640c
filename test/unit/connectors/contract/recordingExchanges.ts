import { type Exchange, recording } from './exchange.ts';

const metadata = {
  lastUpdated: '2021-06-03T14:57:32.623593Z',
  lastUpdatedBy: 'bob@example.com',
  created: '2020-09-30T18:49:27.391Z',
  createdBy: 'bob@example.com',
};

export const passwordBlock = {
  selector: 'input[type=password]',
  consent: false,
  notes: '',
  type: 'BLOCK_EXCLUDE',
  scope: 'ALL_SESSIONS',
  lastUpdated: '0001-01-01T00:00:00Z',
  label: '',
  targetingConditions: null,
  editable: 'EDITABLE_DESCRIPTION_ONLY',
  exceptionSelectors: [],
  groupId: 0,
};

export const limitedBlock = {
  ...passwordBlock,
  selector: '.phone',
  notes: 'Account page',
  type: 'BLOCK_MASK',
  lastUpdated: '2021-06-03T14:57:32.623593Z',
  label: 'Phone',
  targetingConditions: {
    privacyTargetingConditions: [
      { attr: 'PLATFORM', op: 'EQ', values: [{ strVal: 'WEB' }], joinPrevious: 'OR' },
      { attr: 'DOMAIN', op: 'EQ', values: [{ strVal: 'shop.example' }], joinPrevious: 'AND' },
    ],
  },
  editable: 'EDITABLE_ANY',
  exceptionSelectors: ['.phone.public'],
  groupId: '12',
};

const privacy = {
  elementBlocks: [passwordBlock],
  ajaxWatches: [
    {
      urlRegex: '/session\\?.*',
      recordReq: 'ELIDE',
      recordRsp: 'WHITELIST',
      whitelistReq: '',
      whitelistRsp: '',
    },
  ],
  discardIpAddresses: false,
  metadata,
  defaultPrivacyMode: 'PRIVACY_MODE_OFF',
  elementRuleGroups: {
    form: { groupId: '12', templateId: 'FORM_PRIVACY', note: '', overrides: { scope: 'ALL_SESSIONS' } },
  },
};

const domain = {
  onlyRecordKnownDomains: false,
  domains: [{ disabled: false, domain: 'fullstory.com' }],
  metadata,
};
const features = {
  enabled: true,
  consoleWatcher: true,
  ajaxWatcher: true,
  resourceUploading: false,
  recordingShutoff: false,
  metadata,
  clientSideRageClick: false,
};
const geo = { recordGeoMode: 'GEO_ALLOW_LIST', recordGeoZones: ['CA', 'US'], metadata };
const blocking = {
  blockedIps: ['55.55.55.55', '99.99.99.*'],
  blockedUas: ['YandexBot', 'facebot'],
  blockedAppIds: [],
  metadata,
};
const targeting = {
  sessionTargetingRules: [
    {
      id: 'staff',
      notes: 'our own',
      scope: 'PREVIEW_SESSIONS_ONLY',
      conditions: [
        { attr: 'UID', op: 'EQ', values: [{ intVal: '12' }, { intVal: 13 }], joinPrevious: 'AND' },
        {
          attr: 'APP_VERSION',
          op: 'GTE',
          values: [{ versionVal: { major: '1', minor: 2, build: '0', revision: '4' } }],
          joinPrevious: 'OR',
        },
      ],
      children: [{ id: 'office', joinPrevious: 'AND' }],
    },
  ],
  metadata,
};

const read = (path: string, json: unknown, role: Exchange['role'] = 'user'): Exchange => ({
  request: { method: 'GET', path: `${recording}/${path}` },
  answer: { status: 200, json },
  role,
});
/** The schema declares one name of the token, the examples print the other. */
const last = (part: string, version: unknown, role?: Exchange['role']) =>
  read(part, { versions: [version], next_pagination_token: '' }, role);

export const recordingExchanges = {
  privacy: read('privacy', privacy, 'architect'),
  domain: read('domain?platform=web', domain),
  features: read('features?platform=web', features),
  geo: read('geo', geo),
  blocking: read('blocking', blocking),
  targeting: read('targeting', targeting),
  'history of privacy': read(
    'privacy/history?limit=20',
    {
      versions: [{ ...privacy, elementBlocks: [passwordBlock, limitedBlock] }],
      nextPaginationToken: 'v179a/=',
    },
    'architect',
  ),
  'history of privacy, the last page': {
    ...last('privacy/history?limit=20&paginationToken=v179a%2F%3D', privacy, 'architect'),
    notAsked: 'the token is of another server',
  },
  'history of domain': last('domain/history?limit=20&platform=web', domain),
  'history of features': last('features/history?limit=20&platform=web', features),
  'history of geo': last('geo/history?limit=20', geo),
  'history of blocking': last('blocking/history?limit=20', blocking),
  'history of targeting': last('targeting/history?limit=20', targeting),
  'history of privacy with a key that may not': {
    ...read('privacy/history?limit=20', undefined, 'user'),
    answer: { status: 403, json: { error: 'Architect or Admin key required', code: 7 } },
  },
} as const satisfies Record<string, Exchange>;
