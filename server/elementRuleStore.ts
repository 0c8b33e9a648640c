// The org's element rules in the database. Every function is given the org and touches no other.

import { and, asc, count, eq, gt } from 'drizzle-orm';
import { ApiError } from './apiError.ts';
import type { Caller } from './appEnv.ts';
import type { Db } from './database.ts';
import { restrictedChange } from './restrictedChange.ts';
import type { RuleFields } from './ruleBody.ts';
import { type ElementRuleRow, elementRules, orgs } from './schema.ts';

/** As many as Scrim reads from any source. */
const maxRules = 10_000;

/** Rules after the one with this sequence number, in order, and how many the org has in all. */
export async function listRules(
  db: Db,
  orgId: string,
  window: { readonly after: number; readonly limit: number },
): Promise<{ readonly rows: readonly ElementRuleRow[]; readonly total: number }> {
  const rows = await db
    .select()
    .from(elementRules)
    .where(and(eq(elementRules.orgId, orgId), gt(elementRules.seq, window.after)))
    .orderBy(asc(elementRules.seq))
    .limit(window.limit);
  return { rows, total: await countRules(db, orgId) };
}

/** @throws {ApiError} 404, for another org's rule too */
export async function findRule(db: Db, orgId: string, id: string): Promise<ElementRuleRow> {
  const [row] = await db.select().from(elementRules).where(ofOrg(orgId, id));
  if (!row) throw notFound();
  return row;
}

/** @throws {ApiError} 400 when the org has as many rules as anybody may have */
export async function insertRule(
  db: Db,
  caller: Caller,
  content: RuleFields,
  made: { readonly id: string; readonly at: Date },
): Promise<ElementRuleRow> {
  if ((await countRules(db, caller.orgId)) >= maxRules) {
    throw new ApiError(400, 'too_many_rules', `An org may have ${maxRules} rules.`);
  }
  const [row] = await db
    .insert(elementRules)
    .values({
      ...content,
      id: made.id,
      orgId: caller.orgId,
      editable: 'EDITABLE_ANY',
      groupId: '0',
      targetDomains: [],
      createdAt: made.at,
      lastUpdated: made.at,
      lastUpdatedBy: caller.email,
    })
    .returning();
  if (!row) throw new Error('The inserted rule did not come back.');
  await touchOrg(db, caller, made.at);
  return row;
}

/** Replaces what a caller may write. @throws {ApiError} 404, or 403 for a restricted field of a built-in rule */
export async function replaceRule(
  db: Db,
  caller: Caller,
  id: string,
  change: { readonly content: RuleFields; readonly at: Date },
): Promise<ElementRuleRow> {
  return await db.transaction(async (tx) => {
    const before = await lockRule(tx, caller.orgId, id);
    const field = restrictedChange(before, change.content);
    if (field)
      throw new ApiError(403, 'restricted_field', `This rule is built in: its ${field} cannot be changed.`);
    const [row] = await tx
      .update(elementRules)
      .set({ ...change.content, lastUpdated: change.at, lastUpdatedBy: caller.email })
      .where(ofOrg(caller.orgId, id))
      .returning();
    if (!row) throw notFound();
    await touchOrg(tx, caller, change.at);
    return row;
  });
}

/** @throws {ApiError} 404, or 403 for a built-in rule */
export async function deleteRule(db: Db, caller: Caller, id: string, at: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await lockRule(tx, caller.orgId, id);
    if (before.editable !== 'EDITABLE_ANY' || before.groupId !== '0') {
      throw new ApiError(403, 'built_in_rule', 'This rule is built in: it cannot be deleted.');
    }
    await tx.delete(elementRules).where(ofOrg(caller.orgId, id));
    await touchOrg(tx, caller, at);
  });
}

/** Two writers of one rule take turns, so that each is checked against what the other left. */
async function lockRule(tx: Db, orgId: string, id: string): Promise<ElementRuleRow> {
  const [row] = await tx.select().from(elementRules).where(ofOrg(orgId, id)).for('update');
  if (!row) throw notFound();
  return row;
}

async function countRules(db: Db, orgId: string): Promise<number> {
  const [row] = await db.select({ total: count() }).from(elementRules).where(eq(elementRules.orgId, orgId));
  return row?.total ?? 0;
}

async function touchOrg(db: Db, caller: Caller, at: Date): Promise<void> {
  await db
    .update(orgs)
    .set({ lastUpdated: at, lastUpdatedBy: caller.email })
    .where(eq(orgs.id, caller.orgId));
}

function ofOrg(orgId: string, id: string) {
  return and(eq(elementRules.orgId, orgId), eq(elementRules.id, id));
}

function notFound(): ApiError {
  return new ApiError(404, 'not_found', 'No such rule.');
}
