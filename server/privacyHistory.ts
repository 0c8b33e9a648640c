import type { Db } from './database.ts';
import { createPrivacyAnswer, type Touched } from './recordingPrivacy.ts';
import { versionsAsOf, versionsBetween } from './ruleVersionStore.ts';
import type { OrgRow, RuleVersionRow } from './schema.ts';

/** Rules in one answer, over all its versions: about 10 MB, below what Scrim's own connector reads (16 MB). */
const maxBlocks = 20_000;

export interface HistoryPage {
  readonly versions: readonly Record<string, unknown>[];
  /** The state of the list that the next page begins with. */
  readonly next?: number;
}

/** The settings as they were after each change, newest first. Fewer than asked for when the org has many rules. */
export async function privacyHistory(
  db: Db,
  org: OrgRow,
  window: { readonly from?: number | undefined; readonly limit: number },
): Promise<HistoryPage> {
  const top = Math.min(window.from ?? org.rulesRevision, org.rulesRevision);
  if (top < 1) return { versions: [] };
  const latest = await versionsAsOf(db, org.id, top);
  const count = Math.max(1, Math.min(window.limit, Math.floor(maxBlocks / Math.max(1, latest.length))));
  const bottom = Math.max(1, top - count + 1);
  const answer = await createPrivacyAnswer(db, org);
  const histories = groupByRule([
    ...latest,
    ...(await versionsBetween(db, org.id, { after: bottom - 1, upTo: top })),
  ]);
  const older = await versionsAsOf(db, org.id, bottom - 1);
  for (const version of older) push(histories, version);
  const states = Array.from({ length: top - bottom + 1 }, (_, step) => top - step);
  return {
    versions: states.map((state) => {
      const rules = [...histories.values()].flatMap((versions) => asOf(versions, state));
      return answer(rules.filter(isThere).toSorted(byAge).map(blockOf), lastOf(rules, org));
    }),
    ...(bottom > 1 ? { next: bottom - 1 } : {}),
  };
}

type Present = RuleVersionRow & { readonly content: NonNullable<RuleVersionRow['content']> };

function isThere(version: RuleVersionRow): version is Present {
  return version.content !== null;
}

function blockOf(version: Present) {
  return { ...version.content, lastUpdated: version.at };
}

function groupByRule(versions: readonly RuleVersionRow[]): Map<string, RuleVersionRow[]> {
  const byRule = new Map<string, RuleVersionRow[]>();
  for (const version of versions) push(byRule, version);
  return byRule;
}

function push(byRule: Map<string, RuleVersionRow[]>, version: RuleVersionRow): void {
  const before = byRule.get(version.ruleId);
  if (before) before.push(version);
  else byRule.set(version.ruleId, [version]);
}

/** The version of one rule that was in force then: none before it was made. */
function asOf(versions: readonly RuleVersionRow[], state: number): readonly RuleVersionRow[] {
  const until = versions.filter(({ orgRevision }) => orgRevision <= state);
  const [first, ...rest] = until;
  if (!first) return [];
  return [rest.reduce((last, other) => (other.revision > last.revision ? other : last), first)];
}

/** Rules come in the order they were made in, as in the list. */
function byAge(a: RuleVersionRow, b: RuleVersionRow): number {
  return a.createdAt.getTime() - b.createdAt.getTime();
}

/** Who made the change that led to this state. */
function lastOf(versions: readonly RuleVersionRow[], org: OrgRow): Touched {
  const last = versions.toSorted((a, b) => b.orgRevision - a.orgRevision)[0];
  return last ? { at: last.at, by: last.byEmail } : { at: org.createdAt, by: org.createdBy };
}
