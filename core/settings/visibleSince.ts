import type { CaptureScan } from '../capture/captureScan.ts';
import type { LeakPlace } from '../findings/finding.ts';
import type { Rule, RuleSet } from '../rules/rule.ts';
import { Possible } from '../treatment/treatment.ts';
import type { SettingsVersion } from './ruleHistory.ts';
import { decidingChange, type VersionChange, versionChanges } from './versionChanges.ts';

/** Whether what leaks today was recorded under the rules of a version. */
export type Sight = 'visible' | 'hidden' | 'unknown';

/** A version, and what the engine says of the place under its rules. */
export interface SeenVersion {
  readonly version: SettingsVersion;
  readonly sight: Sight;
  /** The rule that decided; absent: the default did. */
  readonly rule?: Rule;
}

export type VisibleSince =
  /** Hidden until this change, visible since. */
  | {
      readonly kind: 'opened';
      readonly at: string;
      readonly by?: string;
      readonly change?: VersionChange;
      /** Everything that changed with it. */
      readonly changes: number;
    }
  /** Visible in every version that can be read; older ones cannot. */
  | { readonly kind: 'not-in-history'; readonly backTo: string }
  /** Visible in every version that was looked at; there are older ones. */
  | { readonly kind: 'not-yet'; readonly backTo: string }
  /** `differs`: the newest version says otherwise than the rules of today. `doubt`: the rules of `at` do not say. */
  | { readonly kind: 'unknown'; readonly why: 'differs' | 'doubt'; readonly at: string };

/**
 * Since when a leak of today has been visible.
 *
 * @param seen newest first, without a gap
 * @param isEnd older versions, if there are any, cannot be read
 */
export function visibleSince(seen: readonly SeenVersion[], isEnd: boolean): VisibleSince {
  const [newest] = seen;
  if (!newest) return { kind: 'not-in-history', backTo: '' };
  if (newest.sight !== 'visible') return { kind: 'unknown', why: 'differs', at: newest.version.at };
  const at = seen.findIndex(({ sight }) => sight !== 'visible');
  const oldest = seen.at(-1) ?? newest;
  if (at < 0) {
    return { kind: isEnd ? 'not-in-history' : 'not-yet', backTo: oldest.version.at };
  }
  const [opened, before] = [seen[at - 1], seen[at]];
  if (!opened || before?.sight !== 'hidden')
    return { kind: 'unknown', why: 'doubt', at: before?.version.at ?? '' };
  const changes = versionChanges(before.version.ruleSet, opened.version.ruleSet);
  const change = decidingChange(changes, before.rule, opened.rule);
  const { at: moment, by } = opened.version;
  return {
    kind: 'opened',
    at: moment,
    ...(by === undefined ? {} : { by }),
    ...(change === undefined ? {} : { change }),
    changes: changes.length,
  };
}

/**
 * What a scan made with the rules of a version says of a place that leaks today.
 *
 * @param today the scan that the leak was found in: what stood above the place
 */
export function sightOf(
  scan: CaptureScan,
  place: Pick<LeakPlace, 'node' | 'channel' | 'name'>,
  today: CaptureScan,
): { readonly sight: Sight; readonly ruleId?: string } {
  const records = scan.records.filter(
    ({ node, channel, name }) => node === place.node && channel === place.channel && name === place.name,
  );
  const [record] = records;
  if (record) {
    const kinds = new Set(records.map(({ treatment }) => treatment));
    const sight = kinds.has('captured') ? 'visible' : kinds.has('unknown') ? 'unknown' : 'hidden';
    return { sight, ...winnerOf(scan, record.decision) };
  }
  return sightAbove(scan, place.node, today);
}

/** Nothing was recorded there: because it is excluded, or something above it is; else nobody knows why. */
function sightAbove(scan: CaptureScan, node: number, today: CaptureScan): ReturnType<typeof sightOf> {
  const then = new Map(scan.nodes.map((entry) => [entry.id, entry]));
  const parents = new Map(today.nodes.map(({ id, parent }) => [id, parent]));
  for (let id: number | undefined = node; id !== undefined && id >= 0; id = parents.get(id)) {
    const entry = then.get(id);
    if (!entry) continue;
    const possible = scan.decisions[entry.decision]?.possible;
    const sight = possible === Possible.excluded ? 'hidden' : 'unknown';
    return { sight, ...winnerOf(scan, entry.decision) };
  }
  return { sight: 'unknown' };
}

function winnerOf(scan: CaptureScan, decision: number): { readonly ruleId?: string } {
  const rule = scan.rules[scan.decisions[decision]?.winner ?? -1];
  return rule ? { ruleId: rule.id } : {};
}

/** True when no recorder could tell the two apart: a version that only renames a rule need not be looked at. */
export function recordsAlike(a: RuleSet, b: RuleSet): boolean {
  return effectOf(a) === effectOf(b);
}

function effectOf({ rules, groups, privateByDefault = false }: RuleSet): string {
  return JSON.stringify([
    rules.map(({ selector, exceptions, action, consent, scope, platforms, groupId, uncertain }) => [
      ...[selector, exceptions, action, consent, scope, platforms.includes('web'), groupId, uncertain],
    ]),
    groups.map(({ id, scopeOverride }) => [id, scopeOverride]),
    privateByDefault,
  ]);
}
