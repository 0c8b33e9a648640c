// The org's element rules in the database. Every function is given the org and touches no other. Whoever writes
// holds the org (orgWrite.ts); every change is checked against the state it was based on, and kept as a version.

import { and, asc, count, eq, gt } from 'drizzle-orm';
import { ApiError } from './apiError.ts';
import type { Db } from './database.ts';
import type { OrgWrite } from './orgWrite.ts';
import { checkExpected, type Expected } from './precondition.ts';
import { refuseUnapproved } from './refuseUnapproved.ts';
import { restrictedChange } from './restrictedChange.ts';
import { ruleTag } from './revisionTag.ts';
import { keepVersion, nextRevision, type VersionCause } from './ruleVersionStore.ts';
import { type ElementRuleRow, elementRules, type RuleFields, type RuleState } from './schema.ts';

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

export async function allRules(db: Db, orgId: string): Promise<readonly ElementRuleRow[]> {
  return await db
    .select()
    .from(elementRules)
    .where(eq(elementRules.orgId, orgId))
    .orderBy(asc(elementRules.seq));
}

/** @throws {ApiError} 404, for another org's rule too */
export async function findRule(db: Db, orgId: string, id: string): Promise<ElementRuleRow> {
  const row = await peekRule(db, orgId, id);
  if (!row) throw noSuchRule();
  return row;
}

/** The rule as it is; undefined when the org has none of this id. */
export async function peekRule(db: Db, orgId: string, id: string): Promise<ElementRuleRow | undefined> {
  const [row] = await db.select().from(elementRules).where(ofOrg(orgId, id));
  return row;
}

/** @throws {ApiError} 400 when the org has as many rules as anybody may have */
export async function insertRule(write: OrgWrite, id: string, content: RuleFields): Promise<ElementRuleRow> {
  const state = { ...content, editable: 'EDITABLE_ANY', groupId: '0', targetDomains: [] };
  const { at } = write;
  return await addRule(write, { state, id, createdAt: at, revision: 1, cause: 'create' });
}

/** A deleted rule comes back under its own id, with the number after its deletion's. */
export async function reviveRule(
  write: OrgWrite,
  id: string,
  was: { readonly state: RuleState; readonly createdAt: Date },
): Promise<ElementRuleRow> {
  const revision = await nextRevision(write.tx, write.org.id, id);
  return await addRule(write, { ...was, id, revision, cause: 'restore' });
}

interface Addition {
  readonly id: string;
  readonly state: RuleState;
  readonly createdAt: Date;
  readonly revision: number;
  readonly cause: VersionCause;
}

async function addRule(write: OrgWrite, addition: Addition): Promise<ElementRuleRow> {
  const { tx, org, caller, at } = write;
  const { id, state, createdAt, revision, cause } = addition;
  if ((await countRules(tx, org.id)) >= maxRules) {
    throw new ApiError(400, 'too_many_rules', `An org may have ${maxRules} rules.`);
  }
  await refuseUnapproved(write, undefined, state);
  const signed = { createdAt, lastUpdated: at, lastUpdatedBy: caller.email };
  const [row] = await tx
    .insert(elementRules)
    .values({ ...state, ...signed, id, orgId: org.id, revision })
    .returning();
  if (!row) throw new Error('The inserted rule did not come back.');
  await keepVersion(write, { cause, row, ...(revision === 1 ? {} : { from: revision - 1 }) });
  return row;
}

export interface Replacement {
  readonly content: RuleFields;
  readonly expected: Expected;
  /** From a version: domains are put back too. */
  readonly restored?: RuleState;
}

/**
 * Replaces what a caller may write.
 *
 * @throws {ApiError} 404; 412 or 428 by what it was based on; 403 for a restricted field of a built-in rule, or when
 *   a second person has to let it through
 */
export async function replaceRule(write: OrgWrite, id: string, change: Replacement): Promise<ElementRuleRow> {
  const { tx, org, caller, at } = write;
  const { content, restored } = change;
  const before = await lockRule(write, id, change.expected);
  const field = restrictedChange(before, content);
  if (field) {
    throw new ApiError(403, 'restricted_field', `This rule is built in: its ${field} cannot be changed.`);
  }
  const targetDomains = restored ? restored.targetDomains : before.targetDomains;
  await refuseUnapproved(write, before, { ...before, ...content, targetDomains });
  const signed = { revision: before.revision + 1, lastUpdated: at, lastUpdatedBy: caller.email };
  const [row] = await tx
    .update(elementRules)
    .set({ ...content, ...signed, targetDomains })
    .where(ofOrg(org.id, id))
    .returning();
  if (!row) throw noSuchRule();
  await keepVersion(write, { cause: restored ? 'restore' : 'update', row, from: before.revision });
  return row;
}

/** @throws {ApiError} 404; 412 or 428; 403 for a built-in rule, or when a second person has to let it through */
export async function deleteRule(write: OrgWrite, id: string, expected: Expected): Promise<void> {
  const { tx, org, at } = write;
  const before = await lockRule(write, id, expected);
  if (before.editable !== 'EDITABLE_ANY' || before.groupId !== '0') {
    throw new ApiError(403, 'built_in_rule', 'This rule is built in: it cannot be deleted.');
  }
  await refuseUnapproved(write, before, undefined);
  await tx.delete(elementRules).where(ofOrg(org.id, id));
  const revision = before.revision + 1;
  await keepVersion(write, {
    cause: 'delete',
    row: { ...before, revision, lastUpdated: at },
    from: before.revision,
  });
}

/** Writers that do not hold the org (there are none in this server) would wait here. */
async function lockRule({ tx, org }: OrgWrite, id: string, expected: Expected): Promise<ElementRuleRow> {
  const [row] = await tx.select().from(elementRules).where(ofOrg(org.id, id)).for('update');
  if (!row) throw noSuchRule();
  checkExpected(expected, ruleTag(row), org.requiresRevision);
  return row;
}

async function countRules(db: Db, orgId: string): Promise<number> {
  const [row] = await db.select({ total: count() }).from(elementRules).where(eq(elementRules.orgId, orgId));
  return row?.total ?? 0;
}

function ofOrg(orgId: string, id: string) {
  return and(eq(elementRules.orgId, orgId), eq(elementRules.id, id));
}

export function noSuchRule(): ApiError {
  return new ApiError(404, 'not_found', 'No such rule.');
}
