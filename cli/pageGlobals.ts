/**
 * Reads globals of the page when it has loaded and tells them to our own world, which cannot see them. Runs in the
 * page's world, before its first script, on the command line only.
 *
 * @param event name of the event that carries them; made anew for every run, so that no page can know it
 * @returns source of the script
 */
export function pageGlobals(event: string, names: readonly string[]): string {
  return `(${tellGlobals.toString()})(${JSON.stringify(event)}, ${JSON.stringify(names)})`;
}

/** Runs in the page, so it may use nothing but its arguments. */
function tellGlobals(event: string, names: readonly string[]): void {
  const { stringify } = JSON;
  const { CustomEvent, dispatchEvent } = window;
  const textsOf = (name: string): string[] => {
    const value: unknown = Reflect.get(window, name);
    const isCollection = typeof value === 'object' && value !== null && Symbol.iterator in value;
    return isCollection ? [...(value as Iterable<unknown>)].filter((text) => typeof text === 'string') : [];
  };
  const tell = (): void => {
    const entries = names.map((name) => [name, textsOf(name)] as const);
    dispatchEvent.call(window, new CustomEvent(event, { detail: stringify(Object.fromEntries(entries)) }));
  };
  addEventListener('load', tell, { once: true });
}
