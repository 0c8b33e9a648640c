import { useEffect, useRef } from 'preact/hooks';
import { usePanel } from '../PanelContext.ts';
import type { CompletionBox } from './useCompletion.ts';

/** Names of the page that fit. The field keeps the focus: it says by `aria-activedescendant` which one is chosen. */
export function CompletionList({ id, box }: { readonly id: string; readonly box: CompletionBox }) {
  const { t } = usePanel();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [box.active]);
  if (box.items.length === 0) return null;
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('completion.label')}
      class="completion"
      tabIndex={-1}
    >
      {box.items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's, which has the focus
        <div
          key={`${item.kind} ${item.label}`}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === box.active}
          class="completion-item"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => box.accept(index)}
        >
          <span class="mono completion-name">{item.label}</span>
          <span class="completion-kind">
            {item.mark ? t(`completion.mark.${item.mark}`) : t(`completion.kind.${item.kind}`)}
          </span>
          {item.count !== undefined && (
            <span class="completion-count" title={t('rules.matchesHere', { count: item.count })}>
              {item.count}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
