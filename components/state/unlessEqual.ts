import { computed, type ReadonlySignal } from '@preact/signals';

/** The same object as long as its content is the same: an answer that repeats itself starts no new scan. */
export function unlessEqual<T>(source: ReadonlySignal<T>): ReadonlySignal<T> {
  let last: { readonly value: T; readonly json: string } | undefined;
  return computed(() => {
    const value = source.value;
    const json = JSON.stringify(value);
    if (last?.json !== json) last = { value, json };
    return last.value;
  });
}
