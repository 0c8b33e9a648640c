import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { SavedPageEntry } from '../../core/saved/savedPageStorage.ts';
import type { RankedSelector } from '../../core/selectors/rankedSelector.ts';
import type { SavedPagesDeps } from '../state/createSavedPagesStore.ts';
import type { SavedCount } from './savedQuestions.ts';

type Entries = ReadonlySignal<readonly SavedPageEntry[] | null>;

/** Counts all suggestions once, when they come. */
export function countCandidates(
  { pages, editor, signal: abort }: SavedPagesDeps,
  entries: Entries,
): (selector: string) => SavedCount | undefined {
  const counts = signal<ReadonlyMap<string, SavedCount>>(new Map());
  const candidates = computed<readonly RankedSelector[]>(() => editor.edit.value?.candidates ?? []);
  const stopEffect = effect(() => {
    counts.value = new Map();
    const selectors = candidates.value.map(({ selector }) => selector);
    if (selectors.length === 0 || (entries.value?.length ?? 0) === 0) return undefined;
    const stop = new AbortController();
    const ended = AbortSignal.any([stop.signal, abort]);
    pages.ask('count', { selectors }, ended).then(
      (answer) => {
        if (ended.aborted) return;
        counts.value = new Map(
          selectors.flatMap((selector, index) => {
            const count = answer.counts[index];
            return count ? [[selector, count] as const] : [];
          }),
        );
      },
      // Nothing is said about a suggestion that was not counted.
      () => undefined,
    );
    return () => stop.abort();
  });
  abort.addEventListener('abort', stopEffect, { once: true });
  return (selector) => counts.value.get(selector);
}
