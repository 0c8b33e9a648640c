export interface Listeners<T> {
  add(listener: (value: T) => void, signal: AbortSignal): void;
  emit(value: T): void;
}

/** Callbacks that leave by themselves when their signal ends. */
export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    add(listener, signal) {
      if (signal.aborted) return;
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    emit(value) {
      for (const listener of [...listeners]) listener(value);
    },
  };
}
