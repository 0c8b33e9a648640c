import { useId } from 'preact/hooks';
import type { RuleContent } from '../../../core/rules/rule.ts';
import type { ChosenMerge, FieldChoice, MergeRow } from '../../../core/settings/chooseMerge.ts';
import { mergeRule } from '../../../core/settings/mergeRule.ts';
import { readMarker } from '../../../core/settings/previewMarker.ts';
import type { PushConflict } from '../../../core/settings/pushPlan.ts';
import { usePanel } from '../../PanelContext.ts';
import { fieldText } from '../fieldText.ts';
import { fieldWords } from '../fieldWords.ts';

export interface MergeRowFieldsProps {
  readonly conflict: PushConflict;
  readonly merge: ChosenMerge;
  readonly row: MergeRow;
}

/** One field: what it was, and the values to choose from. Where both changed it, nothing is chosen beforehand. */
export function MergeRowFields({ conflict, merge, row }: MergeRowFieldsProps) {
  const { state, t } = usePanel();
  const name = useId();
  const { field, options, choice, isClash } = row;
  const words = (content: RuleContent) => {
    const { text } = readMarker(content.description);
    return fieldWords(field, field === 'description' ? text : fieldText(content, field), t);
  };
  const contents: Record<FieldChoice, () => RuleContent> = {
    theirs: () => merge.theirs,
    mine: () => merge.mine,
    both: () => mergeRule(merge).content,
  };
  return (
    <fieldset class="merge-row" data-field={field} data-clash={isClash}>
      <legend>
        {t(`field.${field}`)}{' '}
        <span class={isClash ? 'merge-clash' : 'quiet'}>
          {t(choice === undefined ? 'merge.choose' : isClash ? 'merge.chosen' : 'merge.byItself')}
        </span>
      </legend>
      <div class="merge-values">
        <div class="merge-value merge-before">
          <span class="merge-whose">{t('merge.before')}</span>
          <span class="mono wrap">{words(merge.base)}</span>
        </div>
        {options.map((option) => (
          <label key={option} class="merge-value merge-option">
            <span class="merge-whose">
              <input
                type="radio"
                name={name}
                value={option}
                checked={choice === option}
                onChange={() => state.trial.choose(conflict, field, option)}
              />
              {t(`merge.${option}`)}
            </span>
            <span class="mono wrap">{words(contents[option]())}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
