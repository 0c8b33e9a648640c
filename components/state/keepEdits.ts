import { effect, type ReadonlySignal } from '@preact/signals';
import { compareRules } from '../../core/settings/compareRules.ts';
import type { KeptEdit } from '../../core/settings/keptEdit.ts';
import { ruleContentOf } from '../../core/settings/ruleContentOf.ts';
import type { SettingsClient } from '../client.ts';
import type { RuleEdit } from './createEditorStore.ts';

export interface KeptEditDeps {
  readonly client: SettingsClient;
  readonly edit: ReadonlySignal<RuleEdit | null>;
  /** Called when the panel is about to go: what is typed must be on its way by then. */
  readonly onLeave: (listener: () => void, signal: AbortSignal) => void;
  readonly onProblem: (problem: { readonly code: string }) => void;
  readonly signal: AbortSignal;
}

/** A pause in typing, in milliseconds. */
const pause = 300;

/**
 * Keeps what is being typed into the rule editor, at every pause and when the panel goes: an edit that is not saved
 * to a draft is found again after the panel, the worker or the browser was closed.
 */
export function keepEdits({ client, edit, onLeave, onProblem, signal }: KeptEditDeps): void {
  let waiting: RuleEdit | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    const kept = waiting;
    waiting = null;
    if (kept) void send(kept);
  }

  async function send(kept: RuleEdit): Promise<void> {
    const reply = await client.request('edit/keep', { edit: keptEditOf(kept) });
    if (!reply.ok && !signal.aborted) onProblem(reply.problem);
  }

  const dispose = effect(() => {
    const present = edit.value;
    // Closed, or another rule: what waited is still kept.
    if (waiting && waiting.id !== present?.id) flush();
    if (!present || !isTyped(present)) return;
    waiting = present;
    clearTimeout(timer);
    timer = setTimeout(flush, pause);
  });
  onLeave(flush, signal);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  signal.addEventListener('abort', dispose, { once: true });
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
