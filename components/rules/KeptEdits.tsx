import { visibleSelector } from '../../core/selectors/visibleSelector.ts';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useFocusWhenLost } from '../parts/useFocusWhenLost.ts';

/** Rules that were being written when the panel closed or the editor was left: nothing typed is lost. */
export function KeptEdits() {
  const { state, t } = usePanel();
  const { settings, editor } = state;
  const present = editor.edit.value;
  const kept = settings.keptEdits.value.filter(({ id }) => id !== present?.id);
  // Whoever throws one away goes on at the next one, or at the button for a new rule.
  useFocusWhenLost(kept.length, (before) =>
    kept.length < before
      ? document.querySelector<HTMLElement>(
          '.rules [data-action=continue-edit], .rules [data-action=new-rule]',
        )
      : null,
  );
  if (kept.length === 0) return null;
  return (
    <section class="kept-edits" aria-label={t('keptEdits.title')}>
      <h2 class="section-title">{t('keptEdits.title')}</h2>
      <ul class="rows">
        {kept.map((edit) => (
          <li key={edit.id} class="kept-edit" data-kept={edit.id}>
            <p class="mono wrap">
              {visibleSelector(edit.content.selector || edit.content.name) || t('keptEdits.empty')}
            </p>
            <div class="actions">
              <ActionButton
                small
                action="continue-edit"
                label={t('keptEdits.continue')}
                onClick={() => state.continueEdit(edit)}
              />
              <ActionButton
                small
                tone="quiet"
                action="forget-edit"
                label={t('keptEdits.forget')}
                onClick={() => settings.run('edit/forget', { id: edit.id })}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
