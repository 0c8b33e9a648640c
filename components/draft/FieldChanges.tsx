import type { DraftChange } from '../../core/settings/draft.ts';
import { usePanel } from '../PanelContext.ts';
import { changedFields } from './changedFields.ts';
import { fieldWords } from './fieldWords.ts';

/** Field by field, what an edit of a rule changes. */
export function FieldChanges({ change }: { readonly change: Pick<DraftChange, 'base' | 'content'> }) {
  const { t } = usePanel();
  return (
    <dl class="fields">
      {changedFields(change).map(({ field, before, after }) => (
        <div key={field} class="field-change">
          <dt>{t(`field.${field}`)}</dt>
          <dd>
            <del class="mono">{fieldWords(field, before, t)}</del>{' '}
            <ins class="mono">{fieldWords(field, after, t)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
