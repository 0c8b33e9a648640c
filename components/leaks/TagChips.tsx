import type { LeakTag } from '../../core/findings/finding.ts';
import { usePanel } from '../PanelContext.ts';

/** What a finding is about, in words: for whoever must know of card data or of special categories. */
export function TagChips({ tags }: { readonly tags: readonly LeakTag[] }) {
  const { t } = usePanel();
  if (tags.length === 0) return null;
  return (
    <ul class="tags" aria-label={t('leaks.tags')}>
      {tags.map((tag) => (
        <li key={tag} class="tag" data-tag={tag}>
          {t(`tag.${tag}`)}
        </li>
      ))}
    </ul>
  );
}
