import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import type { LeakPlace } from '../../core/findings/finding.ts';
import { isBuiltIn, type Rule, type RuleSet } from '../../core/rules/rule.ts';
import { findRuleIn } from '../../core/settings/findRuleIn.ts';
import type { SettingsVersion } from '../../core/settings/ruleHistory.ts';
import {
  recordsAlike,
  type SeenVersion,
  sightOf,
  type VisibleSince,
  visibleSince,
} from '../../core/settings/visibleSince.ts';
import type { PageClient } from '../client.ts';
import type { HistoryStore } from './createHistoryStore.ts';
import { createScanStore, type ScanStoreDeps } from './createScanStore.ts';
import type { SessionStore } from './createSessionStore.ts';

/** `failed`: the history or the page could not be read; `none`: this source keeps no history. */
export type SinceAnswer = VisibleSince | { readonly kind: 'asking' | 'failed' | 'none' };

export interface VisibleSinceStore {
  /** By finding. */
  readonly answers: ReadonlySignal<ReadonlyMap<string, SinceAnswer>>;
  /** Looks back from the present rules, or further back than the last time. One finding at a time. */
  ask(finding: string, place: LeakPlace): Promise<void>;
}

export interface VisibleSinceDeps extends Omit<ScanStoreDeps, 'purpose'> {
  readonly page: PageClient;
  readonly session: SessionStore;
  readonly history: HistoryStore;
  readonly ruleSet: ReadonlySignal<RuleSet | null>;
  /** The scan that the findings are of. */
  readonly today: ReadonlySignal<CaptureScan | null>;
}

/** Each costs one scan of the page; then a person says whether to go on. */
const maxLooks = 20;
const maxPages = 10;

interface Search {
  readonly place: LeakPlace;
  readonly today: CaptureScan;
  readonly seen: SeenVersion[];
}

/** Plays the org's earlier rules on the page, newest first, until what leaks today was hidden. */
export function createVisibleSinceStore(deps: VisibleSinceDeps): VisibleSinceStore {
  const { session, history, ruleSet, today, signal: abort } = deps;
  const answers = signal<ReadonlyMap<string, SinceAnswer>>(new Map());
  const scan = createScanStore({ ...deps, purpose: 'history' });
  let searches = new Map<string, Search>();
  let busy = false;

  // Other findings, other rules, another page: what was found out is not about them.
  const dispose = effect(() => {
    void today.value;
    if (history.phase.value === 'unread') searches = new Map();
    if ([...searches.values()].every((search) => search.today === today.value) && searches.size > 0) return;
    searches = new Map();
    answers.value = new Map();
  });
  abort.addEventListener('abort', dispose, { once: true });

  const say = (finding: string, answer: SinceAnswer) => {
    answers.value = new Map([...answers.peek(), [finding, answer]]);
  };

  async function ask(finding: string, place: LeakPlace): Promise<void> {
    const now = today.peek();
    if (busy || !now) return;
    busy = true;
    say(finding, { kind: 'asking' });
    const search = searches.get(finding) ?? { place, today: now, seen: [] };
    searches.set(finding, search);
    try {
      const answer = await lookBack(search);
      if (!abort.aborted && today.peek() === search.today) say(finding, answer);
    } finally {
      busy = false;
    }
  }

  async function lookBack(search: Search): Promise<SinceAnswer> {
    let looks = 0;
    for (let pages = 0; pages <= maxPages; pages++) {
      for (const version of history.versions.peek().slice(search.seen.length)) {
        const last = search.seen.at(-1);
        if (last && last.sight !== 'visible') break;
        const isAlike = last !== undefined && recordsAlike(last.version.ruleSet, version.ruleSet);
        if (!isAlike && looks >= maxLooks) return visibleSince(search.seen, false);
        const seen = isAlike ? { ...last, version } : await look(search, version);
        if (!isAlike) looks += 1;
        if (!seen) return { kind: 'failed' };
        search.seen.push(seen);
      }
      const isFound = search.seen.some(({ sight }) => sight !== 'visible');
      if (isFound || history.phase.peek() === 'end') return visibleSince(search.seen, true);
      if (history.phase.peek() === 'none') return { kind: 'none' };
      if (!(await history.more()) && history.phase.peek() === 'failed') return { kind: 'failed' };
    }
    return visibleSince(search.seen, false);
  }

  async function look(search: Search, version: SettingsVersion): Promise<SeenVersion | null> {
    const played = withConstants(version.ruleSet, history.versions.peek()[0]?.ruleSet, ruleSet.peek());
    const result = await scanWith(played);
    if (!result) return null;
    const { sight, ruleId } = sightOf(result, search.place, search.today);
    const rule = played.rules.find(({ id }) => id === ruleId);
    return { version, sight, ...(rule ? { rule } : {}) };
  }

  function scanWith(rules: RuleSet): Promise<CaptureScan | null> {
    const [profile, options] = [session.profileId.peek(), session.options.peek()];
    scan.start({ profile, options, ruleSet: rules, record: false });
    let stop = (): void => undefined;
    const done = new Promise<CaptureScan | null>((resolve) => {
      stop = effect(() => {
        const { kind } = scan.phase.value;
        if (kind !== 'scanning') resolve(kind === 'done' ? scan.scan.peek() : null);
      });
    });
    return done.finally(stop);
  }

  return { answers, ask };
}

/**
 * Built-in rules that the history does not list at all, not even in its newest version: they were there all the time, as
 * far as anybody knows. Whether that is so shows when the newest version is played.
 */
function withConstants(then: RuleSet, newest: RuleSet | undefined, now: RuleSet | null): RuleSet {
  const listed = newest?.rules ?? [];
  const constants = (now?.rules ?? []).filter(
    (rule: Rule) => isBuiltIn(rule) && findRuleIn(listed, rule, now?.rules ?? []).kind === 'none',
  );
  const { measured: _knownThen, ...rest } = then;
  // Earlier rules, today's knowledge of the recorder.
  const measured = now?.measured === undefined ? {} : { measured: now.measured };
  return { ...rest, rules: [...then.rules, ...constants], ...measured };
}
