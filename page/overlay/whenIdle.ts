/** Milliseconds after which it runs even on a busy page. */
const idleTimeout = 300;

/** Runs something when the page has nothing to do. Safari has no idle callbacks. */
export function whenIdle(view: Window & typeof globalThis, run: () => void): void {
  if (typeof view.requestIdleCallback === 'function') view.requestIdleCallback(run, { timeout: idleTimeout });
  else view.setTimeout(run, 0);
}
