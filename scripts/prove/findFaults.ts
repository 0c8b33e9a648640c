import { auditHash, firstPreviousHash } from '../../server/auditLog.ts';
import type { AuditRow } from '../../server/schema.ts';
import type { Everything } from './readEverything.ts';
import type { Diary } from './writer.ts';

/**
 * What writers were told against what the database holds. Empty: nothing lost, nothing doubled, the audit log
 * complete.
 *
 * @param isWhole every write was settled, so the database may hold no more than what was acknowledged
 */
export function findFaults(diaries: readonly Diary[], held: Everything, isWhole: boolean): string[] {
  return [
    ...creationFaults(diaries, held),
    ...countFaults(diaries, held, isWhole),
    ...auditFaults(diaries, held, isWhole),
  ];
}

function creationFaults(diaries: readonly Diary[], { rules }: Everything): string[] {
  const faults: string[] = [];
  const byName = new Map<string, string[]>();
  for (const { name, id } of rules) byName.set(name, [...(byName.get(name) ?? []), id]);
  for (const { created } of diaries) {
    for (const [name, ids] of created) {
      const held = byName.get(name) ?? [];
      if (ids.size > 1) faults.push(`${name}: one create was answered with ${ids.size} rules`);
      if (held.length > 1) faults.push(`${name}: doubled, ${held.length} rules`);
      for (const id of ids) if (!held.includes(id)) faults.push(`${name}: acknowledged and lost`);
    }
  }
  return faults;
}

function countFaults(diaries: readonly Diary[], { rules }: Everything, isWhole: boolean): string[] {
  const faults: string[] = [];
  const updates = new Map<string, number>();
  for (const { ruleId } of diaries.flatMap((diary) => diary.updates))
    updates.set(ruleId, (updates.get(ruleId) ?? 0) + 1);
  for (const [ruleId, acknowledged] of updates) {
    const rule = rules.find(({ id }) => id === ruleId);
    const count = Number(rule?.description);
    // Each acknowledged update added one to what the one before it had left.
    const isRight = isWhole ? count === acknowledged : count >= acknowledged;
    if (!isRight) faults.push(`${ruleId}: ${acknowledged} updates acknowledged, ${count} there: overwritten`);
    const highest = Math.max(...diaries.map(({ counts }) => counts.get(ruleId)?.acknowledged ?? 0));
    if (!(count >= highest)) faults.push(`${ruleId}: count ${highest} was acknowledged, ${count} is there`);
  }
  return faults;
}

function auditFaults(diaries: readonly Diary[], { rules, audit }: Everything, isWhole: boolean): string[] {
  const faults = chainFaults(audit);
  const created = tally(audit.filter(({ action }) => action === 'rule.created').map(({ target }) => target));
  const updated = tally(audit.filter(({ action }) => action === 'rule.updated').map((row) => row.requestId));
  const made = new Set(diaries.flatMap((diary) => [...diary.created.values()].flatMap((ids) => [...ids])));
  const told = new Set(diaries.flatMap(({ updates }) => updates.map(({ requestId }) => requestId)));
  for (const id of made)
    if (created.get(id) !== 1)
      faults.push(`${id}: created, and ${created.get(id) ?? 0} times in the audit log`);
  for (const id of told)
    if (updated.get(id) !== 1) faults.push(`request ${id}: ${updated.get(id) ?? 0} times in the audit log`);
  // The other way: what the log tells is there, whether anybody heard of it or not.
  const ids = new Set(rules.map((rule) => rule.id));
  for (const id of created.keys()) if (!ids.has(id)) faults.push(`${id}: in the audit log and not there`);
  for (const rule of rules) {
    const changes = audit.filter(({ action, target }) => action === 'rule.updated' && target === rule.id);
    if (created.has(rule.id) && Number(rule.description) !== changes.length)
      faults.push(`${rule.id}: changed ${rule.description} times, ${changes.length} in the audit log`);
  }
  if (isWhole) {
    for (const id of created.keys()) if (!made.has(id)) faults.push(`${id}: logged, never acknowledged`);
    for (const id of updated.keys())
      if (!told.has(id)) faults.push(`request ${id}: logged, never acknowledged`);
  }
  return faults;
}

function chainFaults(audit: readonly AuditRow[]): string[] {
  let previous = firstPreviousHash;
  for (const [index, row] of audit.entries()) {
    const isWhole = row.seq === index + 1 && row.previousHash === previous && auditHash(row) === row.hash;
    if (!isWhole) return [`the audit log is broken at entry ${index + 1}`];
    previous = row.hash;
  }
  return [];
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
