import { asc, eq } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { elementBlockJson, ruleGroupJson } from '../ruleJson.ts';
import { elementRules, orgs, ruleGroups } from '../schema.ts';

/** The answer of `GET /settings/recording/v1/privacy` (fullstory.md e.3). Scrim has no network rules to tell. */
export async function recordingPrivacy(db: Db, orgId: string): Promise<Record<string, unknown>> {
  const [org] = await db.select().from(orgs).where(eq(orgs.id, orgId));
  if (!org) throw new Error('A key without an org.');
  const rules = await db
    .select()
    .from(elementRules)
    .where(eq(elementRules.orgId, orgId))
    .orderBy(asc(elementRules.seq));
  const groups = await db
    .select()
    .from(ruleGroups)
    .where(eq(ruleGroups.orgId, orgId))
    .orderBy(asc(ruleGroups.id));
  return {
    elementBlocks: rules.map(elementBlockJson),
    ajaxWatches: [],
    discardIpAddresses: false,
    defaultPrivacyMode: org.defaultPrivacyMode,
    elementRuleGroups: Object.fromEntries(groups.map((group) => [group.id, ruleGroupJson(group)])),
    metadata: {
      lastUpdated: org.lastUpdated.toISOString(),
      lastUpdatedBy: org.lastUpdatedBy,
      created: org.createdAt.toISOString(),
      createdBy: org.createdBy,
    },
  };
}
