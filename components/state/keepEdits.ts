import { effect, type ReadonlySignal } from '@preact/signals';
import { compareRules } from '../../core/settings/compareRules.ts';
import type { KeptEdit } from '../../core/settings/keptEdit.ts';
import { ruleContentOf } from '../../core/settings/ruleContentOf.ts';
import type { RuleEdit } from './createEditorStore.ts';
import type { SettingsStore } from './createSettingsStore.ts';

export interface EditKeeper {
  /** Runs what saves the present edit; only when it does not come true is the edit kept on. */
  whileSaving(save: () => Promise<boolean>): Promise<boolean>;
  /** Resolves when all that was typed so far is kept, or could not be. */
  settled(): Promise<void>;
}

export interface KeptEditDeps {
  readonly settings: Pick<SettingsStore, 'keepEdit'>;
  readonly edit: ReadonlySignal<RuleEdit | null>;
  /** Called when the panel is about to go: what is typed must be on its way by then. */
  readonly onLeave: (listener: () => void, signal: AbortSignal) => void;
  readonly signal: AbortSignal;
}

/**
 * Keeps what is being typed into the rule editor: an edit that is not saved to a draft is found again after the panel,
 * the worker or the browser was closed. One request at a time, each with the latest: a panel that is closed between
 * two letters loses no more than the last of them.
 */
export function keepEdits({ settings, edit, onLeave, signal }: KeptEditDeps): EditKeeper {
  const waiting = new Map<string, RuleEdit>();
  let sending: Promise<void> | undefined;
  let isSaving = false;

  function take(): RuleEdit | undefined {
    for (const [id, kept] of waiting) {
      waiting.delete(id);
      return kept;
    }
    return undefined;
  }

  async function sendAll(): Promise<void> {
    for (let kept = take(); kept; kept = take()) await settings.keepEdit(keptEditOf(kept));
    sending = undefined;
  }

  function follow(present: RuleEdit | null): void {
    if (!present || isSaving || !isTyped(present)) return;
    waiting.set(present.id, present);
    sending ??= sendAll();
  }

  const dispose = effect(() => follow(edit.value));
  onLeave(() => {
    for (let kept = take(); kept; kept = take()) void settings.keepEdit(keptEditOf(kept));
  }, signal);
  signal.addEventListener('abort', dispose, { once: true });
  return {
    settled: async () => sending,
    async whileSaving(save) {
      // Kept after it is saved, it would stand there as not saved.
      waiting.clear();
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
