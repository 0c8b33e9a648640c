import type { RuleContent } from '../rules/rule.ts';
import { canonicalField, type RuleField, ruleFields } from './compareRules.ts';
import { readMarker } from './previewMarker.ts';
import { ruleContentOf } from './ruleContentOf.ts';
import { exceptionsBeyond, platformsBeyond } from './ruleReach.ts';
import { trimSelector } from './trimSelector.ts';

/** What two people made of one rule, put together. */
export interface RuleMerge {
  /** What merges by itself; in the fields of `clashes` it says what theirs says. */
  readonly content: RuleContent;
  /** Fields that only they changed: `content` has theirs. */
  readonly taken: readonly RuleField[];
  /** Fields that only this draft changed: `content` has mine. */
  readonly kept: readonly RuleField[];
  /** Exceptions or platforms that both changed: `content` has what either added, without what either took out. */
  readonly joined: readonly RuleField[];
  /** Fields that both changed, each to something else: a person has to choose. */
  readonly clashes: readonly RuleField[];
}

export interface MergeInput {
  /** The rule that the edit was made on. */
  readonly base: RuleContent;
  readonly mine: RuleContent;
  /** The rule as it is now. */
  readonly theirs: RuleContent;
}

type Side = 'same' | 'theirs' | 'mine' | 'both';

/**
 * Three-way merge, field by field. A preview mark at the end of a description is not looked at and stays theirs.
 * Says nothing about whether the result captures more than either wanted: `weakeningsOfMerge` does.
 */
export function mergeRule(input: MergeInput): RuleMerge {
  const { base, mine, theirs } = plain(input);
  const sides = new Map(ruleFields.map((field) => [field, sideOf(field, { base, mine, theirs })]));
  const on = (side: Side) => ruleFields.filter((field) => sides.get(field) === side);
  const joined = joinSets({ base, mine, theirs }, on('both'));
  const kept = on('mine');
  const merged = { ...theirs, ...picked(mine, kept), ...joined };
  return {
    content: ruleContentOf({ ...merged, ...descriptionOf(merged, input.theirs, kept) }),
    taken: on('theirs'),
    kept,
    joined: ruleFields.filter((field) => field in joined),
    clashes: on('both').filter((field) => !(field in joined)),
  };
}

/** Marks are the planner's own: whoever edits a description edits what a person wrote. */
function plain({ base, mine, theirs }: MergeInput): MergeInput {
  const bare = (content: RuleContent): RuleContent => ({
    ...ruleContentOf(content),
    description: readMarker(content.description).text,
  });
  return { base: bare(base), mine: bare(mine), theirs: bare(theirs) };
}

function sideOf(field: RuleField, { base, mine, theirs }: MergeInput): Side {
  const [before, ours, now] = [base, mine, theirs].map((content) => canonicalField(content, field));
  if (ours === now) return 'same';
  if (ours === before) return 'theirs';
  return now === before ? 'mine' : 'both';
}

function picked(content: RuleContent, fields: readonly RuleField[]): Partial<RuleContent> {
  return Object.fromEntries(fields.map((field) => [field, content[field]]));
}

/** The whole description as it is now, mark and all, unless the draft wrote another one. */
function descriptionOf(
  merged: RuleContent,
  theirs: RuleContent,
  kept: readonly RuleField[],
): Partial<RuleContent> {
  const description = kept.includes('description') ? merged.description : theirs.description;
  return description === undefined ? {} : { description };
}

/** Exceptions and platforms are sets. A rule without any platform is none: that is a clash. */
function joinSets(input: MergeInput, both: readonly RuleField[]): Partial<RuleContent> {
  const { base, mine, theirs } = input;
  const platforms = joinSet({
    theirs: theirs.platforms,
    gone: platformsBeyond(base, mine),
    added: platformsBeyond(mine, base),
  });
  const exceptions = joinSet({
    theirs: theirs.exceptions.map(trimSelector),
    gone: exceptionsBeyond(base, mine).map(trimSelector),
    added: exceptionsBeyond(mine, base).map(trimSelector),
  });
  return {
    ...(both.includes('exceptions') ? { exceptions } : undefined),
    ...(both.includes('platforms') && platforms.length > 0 ? { platforms } : undefined),
  };
}

function joinSet<T>(sets: {
  readonly theirs: readonly T[];
  readonly gone: readonly T[];
  readonly added: readonly T[];
}): readonly T[] {
  const gone = new Set(sets.gone);
  return [...new Set([...sets.theirs.filter((one) => !gone.has(one)), ...sets.added])];
}
