import { useId, useRef } from 'preact/hooks';
import { longestReadSelector } from '../../core/matching/requiredTokens.ts';
import { visibleSelector } from '../../core/selectors/visibleSelector.ts';
import { ruleLimits } from '../../core/settings/ruleLimits.ts';
import { usePanel } from '../PanelContext.ts';
import { CompletionList } from './CompletionList.tsx';
import { SelectorHighlight, type TextMark } from './SelectorHighlight.tsx';
import { useCompletion } from './useCompletion.ts';

export interface SelectorInputProps {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly disabled: boolean;
  readonly invalid: boolean;
  readonly marks: readonly TextMark[];
  /** Ids of what is said about it. */
  readonly describedBy: string;
  /** One selector for each line; otherwise Enter sends the form. */
  readonly isList?: boolean;
}

/**
 * A field for selectors: a native text area, so that undo, input methods, selection and screen readers are the
 * browser's own, over the same text in colours, with the page's names to complete it (ADR 10).
 */
export function SelectorInput(props: SelectorInputProps) {
  const { id, value, isList = false } = props;
  const { t } = usePanel();
  const field = useRef<HTMLTextAreaElement>(null);
  const paint = useRef<HTMLDivElement>(null);
  const listId = useId();
  const box = useCompletion(field);
  if (value.length > longestReadSelector) return <TooLong {...props} />;

  function onKeyDown(event: KeyboardEvent): void {
    if (box.onKey(event)) {
      event.preventDefault();
      // Escape closes the list; the next one closes the editor.
      event.stopPropagation();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !isList) {
      event.preventDefault();
      field.current?.form?.requestSubmit();
    }
  }

  const open = box.items.length > 0;
  return (
    <div class="selector-input">
      <div class="selector-stack" ref={paint}>
        <SelectorHighlight text={value} marks={props.marks} />
        <textarea
          ref={field}
          id={id}
          name={props.name}
          class="mono"
          spellcheck={false}
          autocomplete="off"
          maxLength={isList ? longestReadSelector : ruleLimits.selector}
          disabled={props.disabled}
          aria-invalid={props.invalid}
          aria-describedby={props.describedBy}
          aria-autocomplete="list"
          aria-controls={open ? listId : undefined}
          aria-activedescendant={open && box.active >= 0 ? `${listId}-${box.active}` : undefined}
          value={value}
          onInput={(event) => {
            props.onInput(event.currentTarget.value);
            if (!event.isComposing) box.look(false);
          }}
          onKeyDown={onKeyDown}
          onBlur={box.close}
          onScroll={(event) => {
            const behind = paint.current?.firstElementChild;
            if (behind) behind.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      <CompletionList id={listId} box={box} />
      <span class="visually-hidden" aria-live="polite">
        {open ? t('completion.count', { count: box.items.length }) : ''}
      </span>
    </div>
  );
}

/** Nobody wrote it by hand, and reading it would be felt: its beginning is shown, and it can be begun anew. */
function TooLong({ id, value, disabled, onInput }: SelectorInputProps) {
  const { t } = usePanel();
  return (
    <div class="selector-long" id={id}>
      <p class="mono wrap selector-long-text">{visibleSelector(value)}</p>
      <p class="problem-bad">{t('selectorInput.tooLong', { count: value.length })}</p>
      {!disabled && (
        <button
          type="button"
          class="button button-small"
          data-action="empty-selector"
          onClick={() => onInput('')}
        >
          {t('selectorInput.empty')}
        </button>
      )}
    </div>
  );
}
