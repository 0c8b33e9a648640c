import type { Rule } from '../rules/rule.ts';
import { wireOfAction, wireOfEditable, wireOfPlatform, wireOfScope } from './fullstoryEnums.ts';

/** One rule as Scrim's own files hold it; `readFullstoryRule` gives it again. */
export function serializeRule(rule: Rule): Record<string, unknown> {
  const optional = {
    description: rule.description,
    created_at: rule.createdAt,
    last_updated: rule.updatedAt,
    last_updated_by: rule.updatedBy,
    uncertain: rule.uncertain,
  };
  return {
    id: rule.id,
    name: rule.name,
    source: { selector: rule.selector, exception_selectors: [...rule.exceptions] },
    operation: {
      action: wireOfAction[rule.action],
      consent: rule.consent,
      scope: wireOfScope[rule.scope],
    },
    platforms: rule.platforms.map((platform) => wireOfPlatform[platform]),
    editable: wireOfEditable[rule.editable],
    group_id: rule.groupId,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}
