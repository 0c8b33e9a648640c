import { compareRules } from '../../core/settings/compareRules.ts';
import type { DraftChange } from '../../core/settings/draft.ts';
import { fieldText } from './fieldText.ts';

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
    before: fieldText(base, field),
    after: fieldText(content, field),
  }));
}
