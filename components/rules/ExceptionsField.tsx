import { useId } from 'preact/hooks';
import { usePanel } from '../PanelContext.ts';

/** One selector per line. Elements that match one are not matched by this rule. */
export function ExceptionsField({ locked }: { readonly locked: boolean }) {
  const { state, t } = usePanel();
  const id = useId();
  const edit = state.editor.edit.value;
  if (!edit) return null;
  return (
    <div class="field">
      <label for={id}>{t('editor.exceptions')}</label>
      <textarea
        id={id}
        name="exceptions"
        class="mono"
        rows={2}
        spellcheck={false}
        disabled={locked}
        aria-describedby={`${id}-help`}
        value={edit.content.exceptions.join('\n')}
        onChange={(event) => {
          const lines = event.currentTarget.value.split('\n').map((line) => line.trim());
          state.editor.change({ exceptions: lines.filter((line) => line !== '') });
        }}
      />
      <p id={`${id}-help`} class="quiet">
        {t('editor.exceptionsHelp')}
      </p>
    </div>
  );
}
