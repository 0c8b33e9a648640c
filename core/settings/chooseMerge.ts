import type { Rule, RuleContent } from '../rules/rule.ts';
import { compareRules, type RuleField, ruleFields } from './compareRules.ts';
import { type MergeInput, mergeRule } from './mergeRule.ts';
import { readMarker } from './previewMarker.ts';
import type { PushConflict } from './pushPlan.ts';
import { ruleContentOf } from './ruleContentOf.ts';

/** `both`: for exceptions and platforms, what either side added and without what either took out. */
export type FieldChoice = 'theirs' | 'mine' | 'both';
export type MergeChoices = Readonly<Partial<Record<RuleField, FieldChoice>>>;

/** One field in which the two sides differ, with the three things it could say. */
export interface MergeRow {
  readonly field: RuleField;
  readonly isClash: boolean;
  readonly options: readonly FieldChoice[];
  /** What a person chose, or what merges by itself. Undefined: a person still has to choose. */
  readonly choice: FieldChoice | undefined;
}

/** An edit and somebody else's edit of the same rule, with what a person chose so far. */
export interface ChosenMerge extends MergeInput {
  readonly base: Rule;
  readonly theirs: Rule;
  readonly rows: readonly MergeRow[];
  /** The rule as it would be; where nothing is chosen yet it says what theirs says. */
  readonly content: RuleContent;
  readonly isDecided: boolean;
}

/** The merge that a conflict leaves to a person; null when it is no conflict of two edits of one rule. */
export function chooseMerge(conflict: PushConflict, choices: MergeChoices): ChosenMerge | null {
  const { base, content: mine, id } = conflict.change;
  const { theirs } = conflict;
  if (conflict.kind !== 'changed' || !base || !mine || theirs?.id !== id) return null;
  const input = { base, mine, theirs };
  const merge = mergeRule(input);
  const differing = compareRules(bare(mine), bare(theirs));
  const rows = ruleFields
    .filter((field) => differing.includes(field))
    .map((field): MergeRow => {
      const isClash = merge.clashes.includes(field);
      const isJoined = merge.joined.includes(field);
      const itself = isJoined ? 'both' : merge.kept.includes(field) ? 'mine' : 'theirs';
      return {
        field,
        isClash,
        options: isJoined ? ['both', 'theirs', 'mine'] : ['theirs', 'mine'],
        choice: choices[field] ?? (isClash ? undefined : itself),
      };
    });
  const fields = rows.map(({ field, choice }) => {
    const from = { theirs: bare(theirs), mine: bare(mine), both: bare(merge.content) }[choice ?? 'theirs'];
    return [field, from[field]] as const;
  });
  return {
    ...input,
    rows,
    content: ruleContentOf({ ...ruleContentOf(theirs), ...Object.fromEntries(fields) }),
    isDecided: rows.every(({ choice }) => choice !== undefined),
  };
}

/** Preview marks are the planner's own; it keeps them. */
function bare(content: RuleContent): RuleContent {
  return { ...ruleContentOf(content), description: readMarker(content.description).text };
}
