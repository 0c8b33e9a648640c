// What the server answers, as the OpenAPI document tells it. Every entry is named: an answer that says more does not
// fit, and a test that calls every route finds it.

import * as v from 'valibot';

const tag = v.pipe(v.string(), v.regex(/^"[\x21\x23-\x7e]{1,128}"$/));
const time = v.pipe(v.string(), v.isoTimestamp());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const int64 = v.pipe(v.string(), v.regex(/^\d{1,19}$/));
const nextToken = v.nullable(v.string());
const role = v.picklist(['viewer', 'architect', 'admin']);
const approval = v.picklist(['none', 'reveals', 'live', 'all']);
const editable = v.picklist([
  'EDITABLE_ANY',
  'EDITABLE_DESCRIPTION_ONLY',
  'EDITABLE_DESCRIPTION_SCOPE_AND_EXCEPTIONS',
]);
const scope = v.picklist(['ALL_SESSIONS', 'NO_SESSIONS', 'PREVIEW_SESSIONS_ONLY', 'LIVE_SESSIONS_ONLY']);
const action = v.picklist(['EXCLUDE', 'MASK', 'UNMASK']);
const platforms = v.array(v.picklist(['WEB', 'ANDROID', 'IOS']));

const fields = {
  name: v.string(),
  description: v.string(),
  source: v.strictObject({ selector: v.string(), exception_selectors: v.array(v.string()) }),
  operation: v.strictObject({ action, consent: v.boolean(), scope }),
  platforms,
};

export const errorAnswer = v.strictObject({
  message: v.string(),
  code: v.pipe(v.string(), v.regex(/^[a-z_]+$/)),
});

export const emptyAnswer = v.strictObject({});

export const ruleAnswer = v.strictObject({
  id: v.string(),
  ...fields,
  editable,
  group_id: int64,
  created_at: time,
  last_updated: time,
  last_updated_by: v.string(),
  etag: tag,
});

export const rulePageAnswer = v.strictObject({
  results: v.array(ruleAnswer),
  total_records: int64,
  next_page_token: nextToken,
});

export const identityAnswer = v.strictObject({
  api: v.literal('scrim'),
  orgId: v.string(),
  email: v.string(),
  role: v.picklist(['USER', 'ARCHITECT', 'ADMIN']),
  orgName: v.string(),
  approval,
});

const versionAnswer = v.strictObject({
  rule_id: v.string(),
  revision: count,
  org_revision: count,
  etag: v.nullable(tag),
  at: time,
  by: v.string(),
  by_key_id: v.nullable(v.string()),
  request_id: v.nullable(v.string()),
  proposal_id: v.nullable(v.string()),
  cause: v.picklist(['seed', 'create', 'update', 'delete', 'restore', 'proposal']),
  /** Null: from here on the rule is deleted. */
  rule: v.nullable(ruleAnswer),
});

export const versionPageAnswer = v.strictObject({
  versions: v.array(versionAnswer),
  next_page_token: nextToken,
});

export const comparisonAnswer = v.strictObject({
  rule_id: v.string(),
  from: count,
  to: count,
  fields: v.array(v.strictObject({ field: v.string(), from: v.unknown(), to: v.unknown() })),
});

export const restoredAnswer = v.strictObject({
  org_revision: count,
  changed: count,
  deleted: count,
  revived: count,
});

export const policyAnswer = v.strictObject({ approval, requires_revision: v.boolean() });

const blocker = v.strictObject({
  change_id: v.nullable(v.string()),
  rule_id: v.nullable(v.string()),
  why: v.picklist(['rule_changed', 'rule_deleted', 'policy_changed']),
  etag: v.nullable(tag),
  message: v.string(),
});

export const proposalAnswer = v.strictObject({
  id: v.string(),
  key: v.string(),
  state: v.picklist(['open', 'merged', 'declined', 'withdrawn']),
  title: v.string(),
  description: v.string(),
  opened_by: v.string(),
  opened_at: time,
  decided_by: v.nullable(v.string()),
  decided_at: v.nullable(time),
  changes: v.array(
    v.strictObject({
      change_id: v.string(),
      rule_id: v.string(),
      base: v.nullable(tag),
      base_revision: v.nullable(count),
      after: v.nullable(v.strictObject(fields)),
      reveals: v.array(v.string()),
    }),
  ),
  policy: v.nullable(
    v.strictObject({ approval: v.optional(approval), requires_revision: v.optional(v.boolean()) }),
  ),
  blocked_by: v.array(blocker),
});

export const proposalPageAnswer = v.strictObject({
  results: v.array(proposalAnswer),
  next_page_token: nextToken,
});

export const siteKeyAnswer = v.strictObject({
  site_key: v.nullable(v.string()),
  recorders: v.array(v.string()),
});

export const exportAnswer = v.strictObject({
  scrim: v.literal(1),
  recorder: v.string(),
  revision: count,
  /** False: the recorder, so configured, hides less than the rules do; `notes` say where. */
  complete: v.boolean(),
  patches: v.array(v.strictObject({ selector: v.string(), attribute: v.string(), value: v.string() })),
  options: v.record(v.string(), v.unknown()),
  /** FullStory only: a rule file. */
  rules: v.optional(v.record(v.string(), v.unknown())),
  code: v.string(),
  notes: v.array(
    v.strictObject({
      kind: v.picklist(['exact', 'approximate', 'refused']),
      rule: v.string(),
      why: v.string(),
      params: v.optional(v.record(v.string(), v.unknown())),
      leaves: v.optional(v.strictObject({ part: v.string(), selector: v.optional(v.string()) })),
    }),
  ),
});

export const keyPageAnswer = v.strictObject({
  results: v.array(
    v.strictObject({
      id: v.string(),
      email: v.string(),
      role,
      created_at: time,
      created_by: v.nullable(v.string()),
      last_used_at: v.nullable(time),
      expires_at: v.nullable(time),
      revoked_at: v.nullable(time),
      revoked_by: v.nullable(v.string()),
      replaced_by: v.nullable(v.string()),
    }),
  ),
  next_page_token: nextToken,
});

const newKey = { id: v.string(), email: v.string(), role, key: v.string() };
export const newKeyAnswer = v.strictObject({ ...newKey, expires_at: v.nullable(time) });
export const regeneratedKeyAnswer = v.strictObject({ ...newKey, replaces: v.string() });

export const auditPageAnswer = v.strictObject({
  results: v.array(
    v.strictObject({
      seq: count,
      at: time,
      email: v.string(),
      key_id: v.string(),
      action: v.string(),
      target: v.string(),
      detail: v.record(v.string(), v.unknown()),
      request_id: v.string(),
      previous_hash: v.string(),
      hash: v.string(),
    }),
  ),
  next_page_token: nextToken,
});

export const auditVerdictAnswer = v.strictObject({
  intact: v.boolean(),
  entries: count,
  head: v.strictObject({ seq: count, hash: v.string() }),
  broken_at: v.nullable(count),
});

export const liveAnswer = v.strictObject({ live: v.literal(true) });
export const readyAnswer = v.strictObject({ ready: v.boolean() });
