import { usePanel } from '../PanelContext.ts';
import { Disclosure } from '../parts/Disclosure.tsx';

const keys = [
  ['Enter', 'save'],
  ['Esc', 'close'],
  ['Ctrl Space', 'complete'],
  ['F8', 'next'],
  ['Shift F8', 'previous'],
  ['Ctrl .', 'mend'],
  ['Ctrl Z', 'undo'],
] as const;

/** The editor's keys, listed where they work. */
export function EditorKeys() {
  const { t } = usePanel();
  return (
    <Disclosure label={t('editorKeys.label')} class="editor-keys">
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`editorKeys.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
