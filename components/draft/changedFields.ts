import type { RuleContent } from '../../core/rules/rule.ts';
import { compareRules } from '../../core/settings/compareRules.ts';
import type { DraftChange } from '../../core/settings/draft.ts';

export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Field by field, what an edit changes; '' stands for nothing. */
export function changedFields({
  base,
  content,
}: Pick<DraftChange, 'base' | 'content'>): readonly FieldChange[] {
  if (!base || !content) return [];
  return compareRules(base, content).map((field) => ({
    field,
    before: textOf(base, field),
    after: textOf(content, field),
  }));
}

function textOf(content: RuleContent, field: keyof RuleContent): string {
  const value = content[field];
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
