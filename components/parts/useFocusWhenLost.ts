import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * What had the focus may go with what it did: the keyboard then goes on at what `find` names, not at the top of the
 * panel. Somebody who is elsewhere stays there.
 *
 * @param key what the focus may go with; nothing is done while it stays the same
 * @param find told what the key was before
 */
export function useFocusWhenLost<Key extends string | number | undefined>(
  key: Key,
  find: (before: Key) => HTMLElement | null | undefined,
): void {
  const known = useRef(key);
  useLayoutEffect(() => {
    const before = known.current;
    known.current = key;
    if (before !== key && document.activeElement === document.body) find(before)?.focus();
  }, [key]);
}
