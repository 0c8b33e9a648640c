import type { MergedChange } from '../../../core/settings/pushPlan.ts';
import { shortTime } from '../../Notices.tsx';
import { usePanel } from '../../PanelContext.ts';
import { Icon } from '../../parts/Icon.tsx';

/** Somebody else changed the rule meanwhile, and what of theirs is kept: never merged in silence. */
export function MergedNote({ merged }: { readonly merged: MergedChange }) {
  const { t } = usePanel();
  const who = merged.changedBy ?? t('conflict.somebody');
  const when = merged.changedAt === undefined ? '' : shortTime(merged.changedAt, t.locale);
  const words = (fields: MergedChange['taken']) => fields.map((field) => t(`field.${field}`)).join(', ');
  return (
    <div class="merged-note" role="note" data-merged>
      <Icon name="check" />
      <div>
        <p>
          {t(merged.replaced ? 'merge.previewed' : 'conflict.who', { who, when })}
          {merged.taken.length > 0 && ` ${t('merge.taken', { fields: words(merged.taken) })}`}
          {(merged.replaced ?? []).length > 0 &&
            ` ${t('merge.replaced', { fields: words(merged.replaced ?? []) })}`}
          {merged.joined.length > 0 && ` ${t('merge.joined', { fields: words(merged.joined) })}`}
        </p>
        {merged.overMine.length > 0 && (
          <>
            <p>{t('merge.overMine')}</p>
            <ul>
              {merged.overMine.map((weakening) => (
                <li key={weakening}>{t(`weakening.${weakening}`)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
