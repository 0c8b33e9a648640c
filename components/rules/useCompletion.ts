import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import {
  type Completion,
  type Completions,
  completeSelector,
} from '../../core/selectors/completeSelector.ts';
import { takesPseudoClasses } from '../../core/selectors/recorderTakes.ts';
import { usePanel } from '../PanelContext.ts';
import { replaceText } from './replaceText.ts';

export interface CompletionBox {
  readonly items: readonly Completion[];
  /** Index of the one that Enter takes; -1: none is chosen. */
  readonly active: number;
  /** Looks again at what stands before the caret. `asked`: also where nothing is typed yet. */
  look(asked: boolean): void;
  accept(index: number): void;
  close(): void;
  /** @returns whether the key was for the list */
  onKey(event: KeyboardEvent): boolean;
}

const closed = { from: 0, to: 0, items: [], isWhole: false, active: -1 } as const;

/** The list of names under a selector field: what is in it, which one is chosen, and its keys. */
export function useCompletion(field: RefObject<HTMLTextAreaElement | null>): CompletionBox {
  const { state } = usePanel();
  const [box, setBox] = useState<Completions & { readonly active: number }>(closed);
  const close = () => setBox(closed);

  function look(asked: boolean): void {
    const area = field.current;
    const isAt = area && area.selectionStart === area.selectionEnd;
    setBox((isAt && boxAt(area, asked)) || closed);
  }

  function boxAt(area: HTMLTextAreaElement, asked: boolean): typeof box | undefined {
    const lineStart = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
    const caret = area.selectionStart - lineStart;
    const [text = ''] = area.value.slice(lineStart).split('\n', 1);
    const found = completeSelector({
      text,
      caret,
      names: state.names.names.peek(),
      pseudoClasses: takesPseudoClasses(state.session.profile.peek().evidence),
    });
    const isIdle = found.from === caret && !/[.#[:=]$/.test(text.slice(0, caret));
    const isDone = found.isWhole && found.items.length === 1;
    if (found.items.length === 0 || (!asked && (isIdle || isDone))) return undefined;
    const active = found.isWhole || isIdle ? -1 : 0;
    return { ...found, from: found.from + lineStart, to: found.to + lineStart, active };
  }

  function accept(index: number): void {
    const item = box.items[index];
    const area = field.current;
    if (!item || !area) return;
    replaceText(area, box.from, box.to, item.insert);
    const caret = box.from + item.insert.length - (item.caretBack ?? 0);
    area.setSelectionRange(caret, caret);
    close();
  }

  function move(by: number): void {
    const count = box.items.length;
    const next = box.active < 0 && by < 0 ? count - 1 : box.active + by;
    setBox({ ...box, active: (next + count) % count });
  }

  function onKey(event: KeyboardEvent): boolean {
    if ((event.ctrlKey || event.metaKey) && event.key === ' ') {
      look(true);
      return true;
    }
    if (box.items.length === 0 || event.isComposing || event.ctrlKey || event.metaKey) return false;
    const takes = (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && box.active >= 0;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') close();
    else if (takes) accept(box.active);
    else return false;
    return true;
  }

  return { items: box.items, active: box.active, look, accept, close, onKey };
}
