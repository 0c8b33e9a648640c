import { asc, eq } from 'drizzle-orm';
import type { Db } from './database.ts';
import { type BlockRow, elementBlockJson, ruleGroupJson } from './ruleJson.ts';
import { type OrgRow, ruleGroups } from './schema.ts';

/** Who touched the settings last, and when. */
export interface Touched {
  readonly at: Date;
  readonly by: string;
}

/**
 * What the older privacy read tells (fullstory.md e.3), of any state of the rules. Scrim has no network rules, and
 * neither groups nor the default mode can be changed here: what they are now they were always.
 */
export async function createPrivacyAnswer(
  db: Db,
  org: OrgRow,
): Promise<(rules: readonly BlockRow[], last: Touched) => Record<string, unknown>> {
  const groups = await db
    .select()
    .from(ruleGroups)
    .where(eq(ruleGroups.orgId, org.id))
    .orderBy(asc(ruleGroups.id));
  return (rules, last) => ({
    elementBlocks: rules.map(elementBlockJson),
    ajaxWatches: [],
    discardIpAddresses: false,
    defaultPrivacyMode: org.defaultPrivacyMode,
    elementRuleGroups: Object.fromEntries(groups.map((group) => [group.id, ruleGroupJson(group)])),
    metadata: {
      lastUpdated: last.at.toISOString(),
      lastUpdatedBy: last.by,
      created: org.createdAt.toISOString(),
      createdBy: org.createdBy,
    },
  });
}
