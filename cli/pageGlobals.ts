/**
 * Reads globals of the page when it has loaded and tells them to our own world, which cannot see them. Runs in the
 * page's world, before its first script, on the command line only.
 *
 * @param event name of the event that carries them; made anew for every run, so that no page can know it
 * @returns source of the script
 */
export function pageGlobals(event: string, names: readonly string[]): string {
  return `(${tellGlobals.toString()})(${JSON.stringify(event)}, ${JSON.stringify(names)}, ${maxTexts}, ${maxLoading})`;
}

/** Longer lists are not told: what they hold is then unknown. */
const maxTexts = 20_000;
/** Milliseconds. */
const maxLoading = 600_000;

/** Runs in the page, so it may use nothing but its arguments. */
function tellGlobals(event: string, names: readonly string[], limit: number, patience: number): void {
  const { stringify } = JSON;
  const { CustomEvent, dispatchEvent } = window;

  /** @throws whatever the page makes of it; RangeError when there are too many */
  function textsOf(name: string): string[] {
    const value: unknown = Reflect.get(window, name);
    const texts: string[] = [];
    if (typeof value !== 'object' || value === null) return texts;
    let seen = 0;
    for (const text of value as Iterable<unknown>) {
      seen += 1;
      if (seen > limit) throw new RangeError(name);
      if (typeof text === 'string') texts.push(text);
    }
    return texts;
  }

  function tell(): void {
    let detail: string;
    try {
      detail = stringify(Object.fromEntries(names.map((name) => [name, textsOf(name)])));
    } catch {
      // The page's own trap: nothing is told, and what depends on it stays unknown.
      return;
    }
    dispatchEvent.call(window, new CustomEvent(event, { detail }));
  }

  // A page that has not loaded by then is not read either.
  addEventListener('load', tell, { once: true, signal: AbortSignal.timeout(patience) });
}
