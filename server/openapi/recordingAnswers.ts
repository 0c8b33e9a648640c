// FullStory's older reads (fullstory.md e.3), as this server answers them.

import * as v from 'valibot';

const time = v.pipe(v.string(), v.isoTimestamp());

const metadata = v.strictObject({
  lastUpdated: time,
  lastUpdatedBy: v.string(),
  created: time,
  createdBy: v.string(),
});

const condition = v.strictObject({
  attr: v.picklist(['PLATFORM', 'DOMAIN']),
  op: v.literal('EQ'),
  values: v.array(v.strictObject({ strVal: v.string() })),
  joinPrevious: v.picklist(['AND', 'OR']),
});

const scope = v.picklist(['ALL_SESSIONS', 'NO_SESSIONS', 'PREVIEW_SESSIONS_ONLY', 'LIVE_SESSIONS_ONLY']);

const elementBlock = v.strictObject({
  selector: v.string(),
  consent: v.boolean(),
  notes: v.string(),
  type: v.picklist(['BLOCK_EXCLUDE', 'BLOCK_MASK', 'BLOCK_UNMASK']),
  scope,
  lastUpdated: time,
  label: v.string(),
  targetingConditions: v.strictObject({ privacyTargetingConditions: v.array(condition) }),
  editable: v.string(),
  exceptionSelectors: v.array(v.string()),
  groupId: v.string(),
});

const group = v.strictObject({
  groupId: v.string(),
  templateId: v.picklist(['NONE', 'FORM_PRIVACY']),
  note: v.string(),
  overrides: v.strictObject({ scope: v.optional(v.string()) }),
});

/** By the last part of the path below `/settings/recording/v1/`. */
export const recordingAnswers = {
  privacy: v.strictObject({
    elementBlocks: v.array(elementBlock),
    ajaxWatches: v.array(v.unknown()),
    discardIpAddresses: v.boolean(),
    defaultPrivacyMode: v.string(),
    elementRuleGroups: v.record(v.string(), group),
    metadata,
  }),
  blocking: v.strictObject({
    blockedIps: v.array(v.string()),
    blockedUas: v.array(v.string()),
    blockedAppIds: v.array(v.string()),
    metadata,
  }),
  domain: v.strictObject({
    onlyRecordKnownDomains: v.boolean(),
    domains: v.array(v.strictObject({ domain: v.string(), disabled: v.boolean() })),
    metadata,
  }),
  geo: v.strictObject({
    recordGeoMode: v.picklist(['GEO_ALL', 'GEO_ALLOW_LIST', 'GEO_BLOCK_LIST']),
    recordGeoZones: v.array(v.string()),
    metadata,
  }),
  features: v.strictObject({
    enabled: v.boolean(),
    consoleWatcher: v.boolean(),
    ajaxWatcher: v.boolean(),
    resourceUploading: v.boolean(),
    recordingShutoff: v.boolean(),
    clientSideRageClick: v.boolean(),
    metadata,
  }),
  targeting: v.strictObject({ sessionTargetingRules: v.array(v.unknown()), metadata }),
} as const;

/** The versions of one of them. */
export function historyAnswer(settings: v.GenericSchema): v.GenericSchema {
  return v.strictObject({ versions: v.array(settings), nextPaginationToken: v.nullable(v.string()) });
}
