import { useId } from 'preact/hooks';
import { lintSelector } from '../../core/selectors/lintSelector.ts';
import { usePanel } from '../PanelContext.ts';

/** The selector, how many elements it hits right now, and what is doubtful about it. */
export function SelectorField({ locked }: { readonly locked: boolean }) {
  const { state, t } = usePanel();
  const id = useId();
  const edit = state.editor.edit.value;
  if (!edit) return null;
  const invalid = state.editor.live.value?.problem !== undefined;
  return (
    <div class="field">
      <label for={id}>{t('editor.selector')}</label>
      <textarea
        id={id}
        name="selector"
        class="mono"
        rows={2}
        spellcheck={false}
        autocomplete="off"
        disabled={locked}
        aria-invalid={invalid}
        aria-describedby={`${id}-match`}
        value={edit.content.selector}
        onInput={(event) => state.editor.change({ selector: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <div id={`${id}-match`} aria-live="polite">
        <LiveMatch />
      </div>
      <Lint selector={edit.content.selector} invalid={invalid} />
    </div>
  );
}

function LiveMatch() {
  const { state, t } = usePanel();
  const { edit, live } = state.editor;
  if (!edit.value || edit.value.content.selector.trim() === '')
    return <p class="quiet">{t('editor.empty')}</p>;
  const answer = live.value;
  if (!answer)
    return <p class="quiet">{t(state.page.value.kind === 'ready' ? 'editor.matching' : 'editor.noPage')}</p>;
  if (answer.problem) {
    return (
      <p class="problem-bad">
        {t(answer.problem.kind === 'too-costly' ? 'ruleProblem.too-costly' : 'editor.invalid')}{' '}
        <span class="mono wrap">{answer.problem.detail}</span>
      </p>
    );
  }
  return (
    <p class={answer.count === 0 ? 'quiet' : 'live-count'}>
      {t('rules.matchesHere', { count: answer.count })}
    </p>
  );
}

/** Advice only: the browser's own word on validity is above. */
function Lint({ selector, invalid }: { readonly selector: string; readonly invalid: boolean }) {
  const { t } = usePanel();
  if (invalid || selector.trim() === '') return null;
  const problems = lintSelector(selector).filter(({ key }) => key !== 'invalid');
  if (problems.length === 0) return null;
  return (
    <ul class="lint">
      {problems.map((problem) => (
        <li key={`${problem.key}:${problem.detail}`} class="problem-note">
          {t(`selectorLint.${problem.key}`, { detail: problem.detail })}
        </li>
      ))}
    </ul>
  );
}
