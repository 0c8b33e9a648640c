import { visibleSelector } from '../../../core/selectors/visibleSelector.ts';
import type { PushConflict, PushMode } from '../../../core/settings/pushPlan.ts';
import { shortTime } from '../../Notices.tsx';
import { usePanel } from '../../PanelContext.ts';
import { Notice } from '../../parts/Notice.tsx';
import { DropButton } from './DropButton.tsx';
import { GoneActions } from './GoneActions.tsx';
import { MergeForm } from './MergeForm.tsx';
import { MovedDeletion } from './MovedDeletion.tsx';

export interface ConflictCardProps {
  readonly conflict: PushConflict;
  readonly mode: PushMode;
}

/** A change that was not planned because the rule is not what the draft was made on, and what can be done about it. */
export function ConflictCard({ conflict, mode }: ConflictCardProps) {
  const { t } = usePanel();
  const { kind, fields, changedBy, changedAt, change } = conflict;
  const name = visibleSelector(change.base?.name ?? change.content?.name ?? '');
  const who = changedBy ?? t('conflict.somebody');
  const when = changedAt === undefined ? '' : shortTime(changedAt, t.locale);
  return (
    <section class="conflict" data-conflict={change.id} aria-label={t(`conflict.${kind}`, { rule: name })}>
      <Notice tone="bad" title={t(`conflict.${kind}`, { rule: name })}>
        {kind === 'changed' && (
          <p>
            {t('conflict.who', { who, when })}{' '}
            {t('conflict.fields', { fields: fields.map((field) => t(`field.${field}`)).join(', ') })}
          </p>
        )}
      </Notice>
      <Answer conflict={conflict} mode={mode} />
    </section>
  );
}

/** Promotions and withdrawals are made of the org's rules, not of a draft: nothing of them can be merged here. */
function Answer({ conflict, mode }: ConflictCardProps) {
  const { state, t } = usePanel();
  const { kind, change } = conflict;
  if (mode === 'promote' || mode === 'withdraw') return <p>{t('conflict.previewMoved.do')}</p>;
  const merge = state.trial.mergeOf(conflict);
  if (merge) return <MergeForm conflict={conflict} merge={merge} mode={mode} />;
  if (kind === 'deleted') return <GoneActions conflict={conflict} mode={mode} />;
  if (kind === 'changed' && change.kind === 'delete')
    return <MovedDeletion conflict={conflict} mode={mode} />;
  return (
    <>
      <p>{t(kind === 'changed' ? 'conflict.previewMoved.do' : `conflict.${kind}.do`)}</p>
      <div class="actions">
        <DropButton conflict={conflict} mode={mode} label={t('merge.drop')} />
      </div>
    </>
  );
}
