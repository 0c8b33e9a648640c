import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { SavedPageEntry } from '../../core/saved/savedPageStorage.ts';
import { savedSyntaxError } from '../../core/saved/savedSelector.ts';
import { applyDraft } from '../../core/settings/applyDraft.ts';
import type { SavedImpactState, SavedPagesDeps } from '../state/createSavedPagesStore.ts';
import { withEdit } from '../state/wireScans.ts';

/** Typing is not played letter by letter. */
const typingPauseMilliseconds = 150;

type Entries = ReadonlySignal<readonly SavedPageEntry[] | null>;

/** Plays the edit on every saved page whenever it pauses; the answer to an earlier one is never shown. */
export function followEdit(deps: SavedPagesDeps, entries: Entries): ReadonlySignal<SavedImpactState> {
  const { pages, session, editor } = deps;
  const state = signal<SavedImpactState>({ kind: 'none' });
  const rules = computed(() => {
    const ruleSet = deps.ruleSet.value;
    const known = entries.value;
    if (!ruleSet || !known || known.length === 0) return null;
    return { ruleSet, profile: session.profileId.value, options: session.options.value };
  });
  const isEditing = computed(() => editor.edit.value !== null);
  const until = (stop: () => void) => deps.signal.addEventListener('abort', stop, { once: true });

  until(
    effect(() => {
      const known = rules.value;
      if (!known || !isEditing.value) return undefined;
      const stop = new AbortController();
      // A failure shows when the edit itself is played.
      pages.ask('warm', known, AbortSignal.any([stop.signal, deps.signal])).catch(() => undefined);
      return () => stop.abort();
    }),
  );
  until(
    effect(() => {
      const known = rules.value;
      const edit = editor.edit.value;
      const selector = edit?.content.selector.trim() ?? '';
      if (!known || !edit || selector === '' || savedSyntaxError(selector) !== undefined) {
        state.value = { kind: 'none' };
        return undefined;
      }
      const { ruleSet, ...who } = known;
      const after = applyDraft(ruleSet, withEdit(deps.draft.value, edit));
      const { exceptions } = edit.content;
      state.value = { kind: 'reading' };
      const stop = new AbortController();
      const timer = setTimeout(() => {
        const ended = AbortSignal.any([stop.signal, deps.signal]);
        pages.ask('impact', { ...who, before: ruleSet, after, selector, exceptions }, ended).then(
          (impact) => {
            if (!ended.aborted) state.value = { kind: 'known', impact };
          },
          (error: unknown) => {
            if (!ended.aborted)
              state.value = { kind: 'failed', detail: error instanceof Error ? error.message : '' };
          },
        );
      }, typingPauseMilliseconds);
      return () => {
        clearTimeout(timer);
        stop.abort();
      };
    }),
  );
  return state;
}
