import { useId } from 'preact/hooks';
import { usePanel } from '../PanelContext.ts';
import { LintList } from './LintList.tsx';
import { SelectorInput } from './SelectorInput.tsx';

/** The selector, how many elements it hits right now, and what is doubtful about the rule. */
export function SelectorField({ locked }: { readonly locked: boolean }) {
  const { state, t } = usePanel();
  const id = useId();
  const edit = state.editor.edit.value;
  if (!edit) return null;
  const lints = state.lint.lints.value;
  const problem = state.editor.live.value?.problem;
  const marks = lints.flatMap(({ place, isSerious }) => (place ? [{ ...place, isSerious }] : []));
  return (
    <div class="field">
      <label for={id}>{t('editor.selector')}</label>
      <SelectorInput
        id={id}
        name="selector"
        value={edit.content.selector}
        onInput={(selector) => state.editor.change({ selector })}
        disabled={locked}
        invalid={problem !== undefined && problem.kind !== 'invalid-exception'}
        marks={marks}
        describedBy={`${id}-match ${id}-lint`}
      />
      <div id={`${id}-match`} aria-live="polite">
        <LiveMatch />
      </div>
      <LintList id={`${id}-lint`} lints={lints} />
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
  if (answer.problem) return <p class="problem-bad">{t(`editor.problem.${answer.problem.kind}`)}</p>;
  return (
    <p class={answer.count === 0 ? 'quiet' : 'live-count'}>
      {t('rules.matchesHere', { count: answer.count })}
    </p>
  );
}
