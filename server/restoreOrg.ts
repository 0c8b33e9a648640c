import { and, desc, eq, lte } from 'drizzle-orm';
import { ApiError } from './apiError.ts';
import { allRules, deleteRule, replaceRule, reviveRule } from './elementRuleStore.ts';
import { moveOrg, type OrgWrite } from './orgWrite.ts';
import { checkExpected, type Expected } from './precondition.ts';
import { listTag, ruleTag } from './revisionTag.ts';
import { stateOf, versionsAsOf } from './ruleVersionStore.ts';
import { type ElementRuleRow, type RuleState, type RuleVersionRow, ruleVersions } from './schema.ts';

/** Which state of the list: by its number, or the last one until a moment. */
export type RestorePoint = { readonly orgRevision: number } | { readonly at: Date };

export interface Restored {
  readonly orgRevision: number;
  /** Rules that were put back, were deleted, and came back. */
  readonly changed: number;
  readonly deleted: number;
  readonly revived: number;
}

/**
 * Puts all rules back as they were, as one change, each as a new version of its own.
 *
 * @throws {ApiError} 404 for a moment before the org was there; 412, 428 and 403 as for a single write
 */
export async function restoreOrg(
  write: OrgWrite,
  point: RestorePoint,
  expected: Expected,
): Promise<Restored> {
  const { tx, org } = write;
  checkExpected(expected, listTag(org), org.requiresRevision);
  const versions = await versionsAsOf(tx, org.id, await revisionAt(write, point));
  const goal = new Map(versions.filter(isThere).map((version) => [version.ruleId, version]));
  const present = await allRules(tx, org.id);
  const there = new Set(present.map(({ id }) => id));
  const counts = { changed: 0, deleted: 0, revived: 0 };
  for (const row of present) {
    const outcome = await putBack(write, row, goal.get(row.id)?.content);
    if (outcome) counts[outcome] += 1;
  }
  for (const [id, { content: state, createdAt }] of goal) {
    if (there.has(id)) continue;
    await reviveRule(write, id, { state, createdAt });
    counts.revived += 1;
  }
  const moved = counts.changed + counts.deleted + counts.revived > 0;
  if (moved) await moveOrg(write);
  return { orgRevision: moved ? write.orgRevision : org.rulesRevision, ...counts };
}

async function putBack(
  write: OrgWrite,
  row: ElementRuleRow,
  state: RuleState | undefined,
): Promise<'changed' | 'deleted' | undefined> {
  const expected = [ruleTag(row)];
  if (state === undefined) {
    await deleteRule(write, row.id, expected);
    return 'deleted';
  }
  if (canonical(state) === canonical(stateOf(row))) return undefined;
  const { editable: _editable, groupId: _groupId, targetDomains: _domains, ...content } = state;
  await replaceRule(write, row.id, { content, expected, restored: state });
  return 'changed';
}

/** Stored as JSON, the order of the names is the database's own. */
function canonical(state: RuleState): string {
  return JSON.stringify(Object.entries(state).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

type Present = RuleVersionRow & { readonly content: RuleState };

function isThere(version: RuleVersionRow): version is Present {
  return version.content !== null;
}

async function revisionAt({ tx, org }: OrgWrite, point: RestorePoint): Promise<number> {
  if ('orgRevision' in point) {
    if (point.orgRevision <= org.rulesRevision) return point.orgRevision;
  } else {
    const [last] = await tx
      .select({ orgRevision: ruleVersions.orgRevision })
      .from(ruleVersions)
      .where(and(eq(ruleVersions.orgId, org.id), lte(ruleVersions.at, point.at)))
      .orderBy(desc(ruleVersions.orgRevision))
      .limit(1);
    if (last) return last.orgRevision;
  }
  throw new ApiError(404, 'not_found', 'The settings had no such state.');
}
