import { effect, type ReadonlySignal } from '@preact/signals';
import { compareRules } from '../../core/settings/compareRules.ts';
import type { KeptEdit } from '../../core/settings/keptEdit.ts';
import { ruleContentOf } from '../../core/settings/ruleContentOf.ts';
import type { RuleEdit } from './createEditorStore.ts';
import type { SettingsStore } from './createSettingsStore.ts';

export interface EditKeeper {
  /** Runs what saves the present edit; only when it does not come true is the edit kept on. */
  whileSaving(save: () => Promise<boolean>): Promise<boolean>;
}

export interface KeptEditDeps {
  readonly settings: Pick<SettingsStore, 'keepEdit'>;
  readonly edit: ReadonlySignal<RuleEdit | null>;
  /** Called when the panel is about to go: what is typed must be on its way by then. */
  readonly onLeave: (listener: () => void, signal: AbortSignal) => void;
  readonly signal: AbortSignal;
}

/** A pause in typing, in milliseconds. */
const pause = 300;

/**
 * Keeps what is being typed into the rule editor, at every pause and when the panel goes: an edit that is not saved
 * to a draft is found again after the panel, the worker or the browser was closed.
 */
export function keepEdits({ settings, edit, onLeave, signal }: KeptEditDeps): EditKeeper {
  let waiting: RuleEdit | null = null;
  let isSaving = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    const kept = waiting;
    waiting = null;
    if (kept) void settings.keepEdit(keptEditOf(kept));
  }

  function follow(present: RuleEdit | null): void {
    // Closed, or another rule: what waited is still kept.
    if (waiting && waiting.id !== present?.id) flush();
    if (!present || isSaving || !isTyped(present)) return;
    waiting = present;
    clearTimeout(timer);
    timer = setTimeout(flush, pause);
  }

  const dispose = effect(() => follow(edit.value));
  onLeave(flush, signal);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  signal.addEventListener('abort', dispose, { once: true });
  return {
    async whileSaving(save) {
      // Kept after it is saved, it would stand there as not saved.
      clearTimeout(timer);
      waiting = null;
      isSaving = true;
      try {
        return await save();
      } finally {
        isSaving = false;
        follow(edit.peek());
      }
    },
  };
}

/** Whether a person wrote any of it; what the picker proposed can be had again with one click. */
export function isTyped({ base, content, candidates, ownName }: RuleEdit): boolean {
  if (base) return compareRules(base, content).length > 0;
  const isProposed = candidates.some(({ selector }) => selector === content.selector);
  const isOwnSelector = content.selector.trim() !== '' && !isProposed;
  return isOwnSelector || ownName || (content.description ?? '') !== '' || content.exceptions.length > 0;
}

function keptEditOf({ id, base, content, ownName }: RuleEdit): Omit<KeptEdit, 'at'> {
  return { id, ...(base ? { base } : {}), content: ruleContentOf(content), ownName };
}
