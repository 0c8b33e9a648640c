import { ruleTag } from './revisionTag.ts';
import { stateJson } from './ruleJson.ts';
import type { RuleVersionRow } from './schema.ts';

/** One version of a rule, as history tells it. `rule` and `etag` are null where the rule was deleted. */
export function versionJson(version: RuleVersionRow): Record<string, unknown> {
  const { ruleId, revision, orgRevision, cause, at, content } = version;
  const etag = content === null ? null : ruleTag({ revision, lastUpdated: at });
  const rule = content && {
    id: ruleId,
    ...stateJson(content),
    created_at: version.createdAt.toISOString(),
    last_updated: at.toISOString(),
    last_updated_by: version.byEmail,
    etag,
  };
  return {
    rule_id: ruleId,
    revision,
    org_revision: orgRevision,
    etag,
    at: at.toISOString(),
    by: version.byEmail,
    by_key_id: version.byKeyId,
    request_id: version.requestId,
    proposal_id: version.proposalId,
    cause,
    rule,
  };
}
