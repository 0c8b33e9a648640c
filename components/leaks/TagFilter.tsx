import type { Finding, LeakTag } from '../../core/findings/finding.ts';
import { leakTags } from '../../core/findings/tagsOf.ts';
import { usePanel } from '../PanelContext.ts';

export interface TagFilterProps {
  readonly findings: readonly Finding[];
  /** Null: all are shown. */
  readonly chosen: LeakTag | null;
  readonly onChoose: (tag: LeakTag | null) => void;
}

/** Shows findings of one tag only. Nothing where all of them have the same. */
export function TagFilter({ findings, chosen, onChoose }: TagFilterProps) {
  const { t } = usePanel();
  const counts = leakTags
    .map((tag) => [tag, findings.filter(({ tags }) => tags.includes(tag)).length] as const)
    .filter(([, count]) => count > 0);
  if (counts.every(([, count]) => count === findings.length)) return null;
  return (
    <fieldset class="tag-filter">
      <legend class="visually-hidden">{t('leaks.filterByTag')}</legend>
      <TagButton
        name="all"
        label={t('leaks.allTags')}
        count={findings.length}
        isChosen={chosen === null}
        onChoose={() => onChoose(null)}
      />
      {counts.map(([tag, count]) => (
        <TagButton
          key={tag}
          name={tag}
          label={t(`tag.${tag}`)}
          count={count}
          isChosen={chosen === tag}
          onChoose={() => onChoose(chosen === tag ? null : tag)}
        />
      ))}
    </fieldset>
  );
}

interface TagButtonProps {
  readonly name: string;
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function TagButton({ name, label, count, isChosen, onChoose }: TagButtonProps) {
  return (
    <button type="button" class="tag-button" data-filter={name} aria-pressed={isChosen} onClick={onChoose}>
      {isChosen && <span aria-hidden="true">✓ </span>}
      {label} <span class="count">{count}</span>
    </button>
  );
}
