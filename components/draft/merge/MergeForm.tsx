import type { ChosenMerge } from '../../../core/settings/chooseMerge.ts';
import { compareRules } from '../../../core/settings/compareRules.ts';
import { weakeningsOfMerge } from '../../../core/settings/weakeningsOfMerge.ts';
import { usePanel } from '../../PanelContext.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ChangeEffect } from '../ChangeEffect.tsx';
import type { ConflictCardProps } from './ConflictCard.tsx';
import { DropButton } from './DropButton.tsx';
import { MergeRowFields } from './MergeRowFields.tsx';
import { settleConflict } from './settleConflict.ts';

export interface MergeFormProps extends ConflictCardProps {
  readonly merge: ChosenMerge;
}

/** Two edits of one rule, field by field: as it was, as it is now, as this draft has it. */
export function MergeForm({ conflict, merge, mode }: MergeFormProps) {
  const { state, t } = usePanel();
  const { id } = conflict.change;
  const open = merge.rows.filter(({ choice }) => choice === undefined).length;
  const isTheirs = compareRules(merge.content, merge.theirs).length === 0;
  const use = () =>
    settleConflict(state, mode, [
      isTheirs
        ? { kind: 'drop', id }
        : { kind: 'update', ruleId: id, base: merge.theirs, content: merge.content },
    ]);
  return (
    <div class="merge" data-merge={id}>
      <div class="merge-rows">
        {merge.rows.map((row) => (
          <MergeRowFields key={row.field} conflict={conflict} merge={merge} row={row} />
        ))}
      </div>
      <section class="merge-result" aria-label={t('merge.result')}>
        <h4 class="merge-result-title">{t('merge.result')}</h4>
        {!isTheirs && <ChangeEffect id={id} />}
        {isTheirs && merge.isDecided && <p class="quiet">{t('merge.isTheirs')}</p>}
        <MergedWeakenings merge={merge} />
        {open > 0 && <p role="status">{t('merge.open', { count: open })}</p>}
      </section>
      <div class="actions">
        <ActionButton
          small
          action="use-merge"
          tone="primary"
          label={t('merge.use')}
          disabled={!merge.isDecided}
          onClick={use}
        />
        <ActionButton
          small
          action="edit-merge"
          label={t('merge.edit')}
          onClick={() => state.editMerge(merge.theirs, merge.content)}
        />
        <DropButton conflict={conflict} mode={mode} label={t('merge.keepTheirRule')} />
      </div>
    </div>
  );
}

/** What the merged rule hides less than each of the two: together they may say what nobody decided on. */
function MergedWeakenings({ merge }: { readonly merge: ChosenMerge }) {
  const { state, t } = usePanel();
  const current = state.ruleSet.value;
  if (!current) return null;
  const { mine, theirs, content } = merge;
  const { overTheirs, overMine } = weakeningsOfMerge(content, { mine, theirs, current });
  const sides = [
    ['merge.overTheirs', overTheirs],
    ['merge.overMine', overMine],
  ] as const;
  return (
    <>
      {overTheirs.length > 0 && overMine.length > 0 && <p class="problem-bad">{t('merge.moreThanEither')}</p>}
      {sides.map(
        ([title, weakenings]) =>
          weakenings.length > 0 && (
            <div key={title} class="weakening" data-weakening={title}>
              <p class="weakening-title">{t(title)}</p>
              <ul>
                {weakenings.map((weakening) => (
                  <li key={weakening}>{t(`weakening.${weakening}`)}</li>
                ))}
              </ul>
            </div>
          ),
      )}
    </>
  );
}
