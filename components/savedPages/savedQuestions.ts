import type { LeakSettings } from '../../core/leakSettings/leakSettings.ts';
import type { RuleSet } from '../../core/rules/rule.ts';
import type { MatchCount } from '../../core/saved/createKeptPage.ts';
import type { PageImpact } from '../../core/saved/pageImpact.ts';
import type { RawHead, RawNode } from '../../core/saved/rawSnapshot.ts';
import type { SavedPageEntry, SavedPagesProblem } from '../../core/saved/savedPageStorage.ts';

/** A page as it came from the tab; raw, and redacted before anything else is done with it. */
export interface KeepRequest {
  readonly nodes: readonly RawNode[];
  readonly head: RawHead;
  readonly savedAt: string;
  readonly leaks: LeakSettings;
}

/** Who records, and by which rules. */
export interface SavedRulesRequest {
  readonly profile: string;
  readonly options: unknown;
  readonly ruleSet: RuleSet;
}

export interface ImpactRequest extends Omit<SavedRulesRequest, 'ruleSet'> {
  readonly before: RuleSet;
  readonly after: RuleSet;
  /** The rule that is edited, as it is written now. */
  readonly selector: string;
  readonly exceptions: readonly string[];
}

export interface PageImpactEntry {
  readonly id: string;
  readonly name: string;
  /** On how many elements the edited rule matches. */
  readonly matched: MatchCount;
  readonly impact: PageImpact;
}

export interface SavedImpact {
  readonly pages: readonly PageImpactEntry[];
  /** Pages that could not be read: nothing is known of them. */
  readonly unread: number;
}

export interface SavedCount extends MatchCount {
  /** Pages on which it matches at least one element, or may. */
  readonly pages: number;
}

export interface SavedCounts {
  /** In the order of the selectors; undefined: not valid. */
  readonly counts: readonly (SavedCount | undefined)[];
  readonly pages: number;
}

/** What the panel asks its worker, and what it answers. */
export interface SavedWork {
  list: { ask: Record<string, never>; answer: readonly SavedPageEntry[] };
  keep: { ask: KeepRequest; answer: null };
  rename: { ask: { readonly id: string; readonly name: string }; answer: null };
  remove: { ask: { readonly id: string }; answer: null };
  clear: { ask: Record<string, never>; answer: null };
  /** The text of a file. */
  write: { ask: { readonly ids: readonly string[] }; answer: string };
  /** How many pages came in. */
  read: { ask: { readonly text: string }; answer: number };
  /** Reads the pages and plays the rules in force, so that an edit only needs to play what it changes. */
  warm: { ask: SavedRulesRequest; answer: null };
  impact: { ask: ImpactRequest; answer: SavedImpact };
  count: { ask: { readonly selectors: readonly string[] }; answer: SavedCounts };
}

export type SavedWorkName = keyof SavedWork;

/** Panel -> its own worker. */
export type SavedQuestion =
  | {
      [K in SavedWorkName]: { readonly kind: K; readonly id: number; readonly ask: SavedWork[K]['ask'] };
    }[SavedWorkName]
  | { readonly kind: 'stop'; readonly id: number };

/** Worker -> panel. */
export type SavedAnswer =
  | { readonly kind: 'alive'; readonly id: number }
  | { readonly kind: 'done'; readonly id: number; readonly answer: unknown }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly code: SavedPagesProblem;
      readonly detail: string;
    };
