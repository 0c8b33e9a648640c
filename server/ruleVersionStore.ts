// The versions of rules in the database: written with every change, read for history, comparison and restoring.
// Nothing here changes or deletes one; the database refuses it too.

import { and, asc, desc, eq, gt, lt, lte, max } from 'drizzle-orm';
import { recordAudit } from './auditLog.ts';
import type { Db } from './database.ts';
import type { OrgWrite } from './orgWrite.ts';
import { type ElementRuleRow, type RuleState, type RuleVersionRow, ruleVersions } from './schema.ts';

export type VersionCause = Exclude<RuleVersionRow['cause'], 'seed' | 'proposal'>;

export interface VersionWindow {
  /** Versions older than this revision only. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Only what a version keeps of a rule. */
export function stateOf(row: ElementRuleRow): RuleState {
  const { name, description, selector, exceptionSelectors, action, consent, scope, platforms } = row;
  const { editable, groupId, targetDomains } = row;
  const content = { name, description, selector, exceptionSelectors, action, consent, scope, platforms };
  return { ...content, editable, groupId, targetDomains };
}

export interface NewVersion {
  readonly cause: VersionCause;
  /** The rule after the change; for a deletion the rule before it, with the deletion's own revision. */
  readonly row: ElementRuleRow;
  /** The revision before; undefined for a rule that was not there. */
  readonly from?: number;
}

const auditActions: Readonly<Record<VersionCause, string>> = {
  create: 'rule.created',
  update: 'rule.updated',
  delete: 'rule.deleted',
  restore: 'rule.restored',
};

/** Keeps the version that a change made, and tells the audit log. In the transaction of the change. */
export async function keepVersion(write: OrgWrite, made: NewVersion): Promise<void> {
  const { tx, org, caller, requestId, at, orgRevision, proposalId } = write;
  const { cause, row, from } = made;
  await tx.insert(ruleVersions).values({
    orgId: org.id,
    ruleId: row.id,
    revision: row.revision,
    orgRevision,
    cause: proposalId === undefined ? cause : 'proposal',
    at,
    byEmail: caller.email,
    byKeyId: caller.keyId,
    requestId,
    proposalId: proposalId ?? null,
    createdAt: row.createdAt,
    content: cause === 'delete' ? null : stateOf(row),
  });
  await recordAudit(tx, {
    orgId: org.id,
    keyId: caller.keyId,
    email: caller.email,
    action: auditActions[cause],
    target: row.id,
    requestId,
    at,
    detail: {
      ...(from === undefined ? {} : { from }),
      to: row.revision,
      ...(proposalId === undefined ? {} : { proposal: proposalId }),
    },
  });
}

/** Of one rule, newest first; empty for a rule the org never had. */
export async function versionsOfRule(
  db: Db,
  orgId: string,
  ruleId: string,
  window: VersionWindow,
): Promise<readonly RuleVersionRow[]> {
  const { before, limit } = window;
  const older = before === undefined ? undefined : lt(ruleVersions.revision, before);
  return await db
    .select()
    .from(ruleVersions)
    .where(and(eq(ruleVersions.orgId, orgId), eq(ruleVersions.ruleId, ruleId), older))
    .orderBy(desc(ruleVersions.revision))
    .limit(limit);
}

/** Of all rules, newest first, and within one change by rule. */
export async function versionsOfOrg(
  db: Db,
  orgId: string,
  window: VersionWindow & { readonly skip: number },
): Promise<readonly RuleVersionRow[]> {
  const { before, limit, skip } = window;
  const older = before === undefined ? undefined : lte(ruleVersions.orgRevision, before);
  return await db
    .select()
    .from(ruleVersions)
    .where(and(eq(ruleVersions.orgId, orgId), older))
    .orderBy(desc(ruleVersions.orgRevision), asc(ruleVersions.ruleId))
    .offset(skip)
    .limit(limit);
}

export async function findVersion(
  db: Db,
  orgId: string,
  ruleId: string,
  revision: number,
): Promise<RuleVersionRow | undefined> {
  const [row] = await db
    .select()
    .from(ruleVersions)
    .where(
      and(
        eq(ruleVersions.orgId, orgId),
        eq(ruleVersions.ruleId, ruleId),
        eq(ruleVersions.revision, revision),
      ),
    );
  return row;
}

/** The last version of every rule that the org ever had, as of one state of its list. */
export async function versionsAsOf(
  db: Db,
  orgId: string,
  orgRevision: number,
): Promise<readonly RuleVersionRow[]> {
  return await db
    .selectDistinctOn([ruleVersions.ruleId])
    .from(ruleVersions)
    .where(and(eq(ruleVersions.orgId, orgId), lte(ruleVersions.orgRevision, orgRevision)))
    .orderBy(ruleVersions.ruleId, desc(ruleVersions.revision));
}

/** All versions between two states of the list, newest first. */
export async function versionsBetween(
  db: Db,
  orgId: string,
  range: { readonly after: number; readonly upTo: number },
): Promise<readonly RuleVersionRow[]> {
  const { after, upTo } = range;
  const within = and(gt(ruleVersions.orgRevision, after), lte(ruleVersions.orgRevision, upTo));
  return await db
    .select()
    .from(ruleVersions)
    .where(and(eq(ruleVersions.orgId, orgId), within))
    .orderBy(desc(ruleVersions.orgRevision));
}

/** The number the next version of this rule gets: also after it was deleted. */
export async function nextRevision(db: Db, orgId: string, ruleId: string): Promise<number> {
  const [row] = await db
    .select({ last: max(ruleVersions.revision) })
    .from(ruleVersions)
    .where(and(eq(ruleVersions.orgId, orgId), eq(ruleVersions.ruleId, ruleId)));
  return (row?.last ?? 0) + 1;
}
