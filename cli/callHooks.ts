import { callSources, maxCalls, maxHeardCall } from '../core/detection/pageCalls.ts';

/**
 * What a page says to FullStory, heard where the vendor's snippet keeps it: its queue, and what takes the queue's
 * place once the recorder has loaded. Runs in the page's world, before its first script, on the command line only:
 * the extension never does this.
 *
 * @param name of the event that is dispatched; made anew for every run, so that no page can know it
 * @returns source of the script
 */
export function callHooks(name: string): string {
  const [variable, usual] = callSources.namespace;
  const given = JSON.stringify({ name, variable, usual, maxCalls, maxHeardCall });
  return `(${installCallHooks.toString()})(${given})`;
}

interface Given {
  readonly name: string;
  readonly variable: string;
  readonly usual: string;
  readonly maxCalls: number;
  readonly maxHeardCall: number;
}

/** Runs in the page, so it may use nothing but its argument. */
function installCallHooks({ name, variable, usual, maxCalls: most, maxHeardCall: longest }: Given): void {
  if (self !== top) return;
  type Keyed = Record<string, unknown>;
  const { apply, defineProperty } = Reflect;
  const dispatch = EventTarget.prototype.dispatchEvent;
  const Told = CustomEvent;
  const toJson = JSON.stringify;
  const page = window as unknown as Keyed;
  const hooked = new WeakSet<object>();
  let told = 0;

  function tell(entry: ArrayLike<unknown>): void {
    if (told > most) return;
    told += 1;
    let detail: string;
    try {
      detail = toJson([entry[0], entry[1]]);
      if (detail.length > longest) detail = 'too long';
    } catch {
      // Something JSON cannot hold: whoever reads it takes what it is not for a hole.
      detail = 'not readable';
    }
    apply(dispatch, document, [new Told(`${name}-said`, { detail })]);
  }

  type Call = (...given: unknown[]) => unknown;

  function heard(original: Call, entriesOf: (given: unknown[]) => ArrayLike<unknown>[]): Call {
    return new Proxy(original, {
      apply(target, self, given) {
        for (const entry of entriesOf(given)) tell(entry);
        return apply(target, self, given);
      },
    });
  }

  /** The snippet puts calls into `q` until the recorder sets `_api`, and gives them to that from then on. */
  function hook(owner: Keyed): void {
    const { q, _api } = owner;
    if (Array.isArray(q)) {
      for (const entry of q)
        if (typeof entry === 'object' && entry !== null) tell(entry as ArrayLike<unknown>);
      const value = heard(q.push as Call, (given) => given as ArrayLike<unknown>[]);
      defineProperty(q, 'push', { value, configurable: true, writable: true });
    }
    let api = _api;
    defineProperty(owner, '_api', {
      configurable: true,
      enumerable: true,
      get: () => api,
      set(next: unknown) {
        api = typeof next === 'function' ? heard(next as Call, (given) => [given]) : next;
      },
    });
  }

  /** The snippet adds a script to the page: by then its function is there, and no later script has run. */
  function look(): void {
    const named = page[variable];
    const owner = page[typeof named === 'string' ? named : usual];
    if (typeof owner !== 'function' || hooked.has(owner)) return;
    const keyed = owner as unknown as Keyed;
    if (!Array.isArray(keyed.q) && typeof keyed._api !== 'function') return;
    hooked.add(owner);
    hook(keyed);
  }

  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  addEventListener('load', look, { once: true, signal: AbortSignal.timeout(60_000) });
}
