import { useId, useState } from 'preact/hooks';
import { usePanel } from '../PanelContext.ts';
import { SelectorInput } from './SelectorInput.tsx';

/** One selector per line. Elements that match one are not matched by this rule. */
export function ExceptionsField({ locked }: { readonly locked: boolean }) {
  const { state, t } = usePanel();
  const id = useId();
  const [written, setWritten] = useState('');
  const edit = state.editor.edit.value;
  if (!edit) return null;
  const { exceptions } = edit.content;
  // An empty line that is being written is no exception yet; what came from elsewhere (a mend) is shown.
  const isOwn = linesOf(written).join('\n') === exceptions.join('\n');
  const text = isOwn ? written : exceptions.join('\n');
  const live = state.editor.live.value;
  const broken = live?.problem?.exception;
  return (
    <div class="field">
      <label for={id}>{t('editor.exceptions')}</label>
      <SelectorInput
        id={id}
        name="exceptions"
        value={text}
        onInput={(next) => {
          setWritten(next);
          state.editor.change({ exceptions: linesOf(next) });
        }}
        disabled={locked}
        invalid={broken !== undefined}
        marks={broken === undefined ? [] : [{ ...placeOfLine(text, broken), isSerious: true }]}
        describedBy={`${id}-help ${id}-count`}
        isList
      />
      <div id={`${id}-count`} aria-live="polite">
        <SparedCounts exceptions={exceptions} />
      </div>
      <p id={`${id}-help`} class="quiet">
        {t('editor.exceptionsHelp')}
      </p>
    </div>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Where the exception of this number stands in the text; empty lines do not count. */
function placeOfLine(text: string, wanted: number): { readonly start: number; readonly end: number } {
  let start = 0;
  let index = -1;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') index += 1;
    if (index === wanted) return { start, end: start + line.length };
    start += line.length + 1;
  }
  return { start: 0, end: text.length };
}

/** What each exception leaves out on this page, or that the browser does not know it. */
function SparedCounts({ exceptions }: { readonly exceptions: readonly string[] }) {
  const { state, t } = usePanel();
  const live = state.editor.live.value;
  if (!live || exceptions.length === 0) return null;
  const broken = live.problem?.exception;
  if (broken !== undefined) return <p class="problem-bad">{t('exception.invalid', { line: broken + 1 })}</p>;
  if (live.problem) return null;
  return (
    <p class="quiet">
      {exceptions.length === 1
        ? t('exception.spares', { count: live.spared[0] ?? 0 })
        : t('exception.sparesEach', { counts: live.spared.slice(0, 12).join(', ') })}
    </p>
  );
}
