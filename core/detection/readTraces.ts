// Longer than a function may be: it runs in the page's own world, so it can use nothing but itself and its argument.
// Reads properties and calls documented getters, changes nothing, and answers JSON that the page may have written:
// whoever reads the answer checks it. Called by the extension and by the command line, never imported by a page.
import type { RecorderTrace, TraceKind, TracePath } from './recorderTraces.ts';

export interface TraceRequest {
  readonly traces: readonly RecorderTrace[];
  readonly calls: CallSources;
}

/** Where FullStory's calls stand before its script has taken them, and what else a page keeps for it. */
export interface CallSources {
  /** Global that names the function, and its usual name. */
  readonly namespace: readonly [variable: string, usual: string];
  /** Globals that hold the page's data layer. */
  readonly layers: readonly string[];
  /** Globals of FullStory's own reader of data layers. */
  readonly observers: readonly string[];
}

/** @returns JSON: `{ found: [...], calls: {...} }`; text of a page, so its shape is anybody's guess */
export function readTraces({ traces, calls }: TraceRequest): string {
  type Keyed = Record<string, unknown>;
  /** What one copy may still cost, in characters, and whether all of it was copied. */
  type Budget = { left: number; isWhole: boolean };
  const maxText = 4000;
  const maxEntries = 300;
  const maxDepth = 6;

  function property(holder: unknown, key: string): unknown {
    if ((typeof holder !== 'object' && typeof holder !== 'function') || holder === null) return undefined;
    try {
      return (holder as Keyed)[key];
    } catch {
      // A getter or a proxy that throws has nothing to say.
      return undefined;
    }
  }

  function at(path: TracePath): unknown {
    let here: unknown = globalThis;
    for (const step of path) {
      if (typeof step !== 'string') here = entryOf(here, step[0], step[1]);
      else if (step === '*') here = property(here, String(property(here, 'version')));
      else here = property(here, step);
    }
    return here;
  }

  function entryOf(list: unknown, key: string, value: string): unknown {
    if (!Array.isArray(list)) return undefined;
    for (let i = 0; i < list.length && i < maxEntries; i += 1)
      if (property(list[i], key) === value) return list[i];
    return undefined;
  }

  function kindOf(value: unknown): TraceKind | undefined {
    if (value === null) return undefined;
    const kind = typeof value;
    if (kind === 'object') {
      // An element whose id is that name, or several of them.
      if (
        typeof property(value, 'nodeType') === 'number' ||
        typeof property(value, 'namedItem') === 'function'
      )
        return undefined;
      return Array.isArray(value) ? 'list' : 'object';
    }
    return kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'function'
      ? kind
      : undefined;
  }

  /** Plain data and markers (`configMarkers.ts`), never more than the budget; what is missing makes it not whole. */
  function copy(value: unknown, budget: Budget, depth: number): unknown {
    budget.left -= typeof value === 'string' ? value.length + 4 : 8;
    if (budget.left < 0 || depth > maxDepth) return unread(budget);
    if (typeof value === 'string') return value.length > maxText ? unread(budget) : value;
    if (typeof value === 'boolean' || value === null || value === undefined) return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
    if (typeof value === 'function') return { $scrim: 'function' };
    return typeof value === 'object' ? copyObject(value, budget, depth) : unread(budget);
  }

  function unread(budget: Budget): unknown {
    budget.isWhole = false;
    return { $scrim: 'unread' };
  }

  function copyObject(value: object, budget: Budget, depth: number): unknown {
    try {
      if (value instanceof RegExp)
        return { $scrim: 'regexp', source: String(value.source), flags: String(value.flags) };
      if (value instanceof Date) return String(value);
      if (value instanceof Set) return copyList(membersOf(value), budget, depth);
      if (Array.isArray(value)) return copyList(value, budget, depth);
      const keys = Object.keys(value);
      if (keys.length > maxEntries) return unread(budget);
      const made: Keyed = {};
      for (const key of keys) {
        if (key === '__proto__') continue;
        budget.left -= key.length + 4;
        made[key] = copy((value as Keyed)[key], budget, depth + 1);
      }
      return made;
    } catch {
      // A getter or a proxy that throws: it was there and was not read.
      return unread(budget);
    }
  }

  /** One more than a list may have, so that a longer one is noticed. */
  function membersOf(set: ReadonlySet<unknown>): readonly unknown[] {
    const members: unknown[] = [];
    for (const member of set) {
      if (members.push(member) > maxEntries) break;
    }
    return members;
  }

  function copyList(value: readonly unknown[], budget: Budget, depth: number): unknown {
    if (value.length > maxEntries) return unread(budget);
    const made: unknown[] = [];
    for (let i = 0; i < value.length; i += 1) made.push(copy(value[i], budget, depth + 1));
    return made;
  }

  function pick(holder: unknown, keys: readonly string[] | undefined, budget: Budget): unknown {
    if (holder === undefined || holder === null) return undefined;
    if (!keys) return copy(holder, budget, 0);
    const picked: Keyed = {};
    for (const key of keys) {
      const value = property(holder, key);
      if (value !== undefined) picked[key] = copy(value, budget, 0);
    }
    return picked;
  }

  function configurationOf({ picks = [], getter }: RecorderTrace): Keyed | undefined {
    const budget: Budget = { left: 8000, isWhole: true };
    const told: Keyed = {};
    for (const { as, at: path, keys } of picks) {
      const picked = pick(at(path), keys, budget);
      if (picked !== undefined) told[as] = picked;
    }
    if (getter) {
      const holder = at([getter.holder]);
      const method = property(holder, getter.method);
      try {
        const answer: unknown = typeof method === 'function' ? method.call(holder) : undefined;
        if (typeof answer === 'object' && answer !== null)
          told[getter.method] = pick(answer, getter.keys, budget);
      } catch {
        // It does not say: the configuration is not known.
      }
    }
    // Half a configuration would be played as if the rest were the defaults.
    return budget.isWhole && Object.keys(told).length > 0 ? told : undefined;
  }

  function find(trace: RecorderTrace): Keyed | undefined {
    const isSeen = trace.signs.some((all) =>
      all.every((sign) => {
        const kind = kindOf(at(sign.at));
        return kind !== undefined && sign.is.includes(kind);
      }),
    );
    if (!isSeen) return undefined;
    const found: Keyed = { id: trace.id };
    const version = trace.version && at(trace.version);
    if (typeof version === 'string') found.version = version.slice(0, 41);
    if (trace.replay) {
      if (kindOf(at(trace.replay.at))) found.replay = true;
      else if (trace.replay.else && kindOf(at(trace.replay.else))) found.replay = false;
    }
    const told = configurationOf(trace);
    if (told) found.told = told;
    return found;
  }

  function readCalls(): Keyed {
    const budget: Budget = { left: 40_000, isWhole: true };
    const name = at([calls.namespace[0]]);
    const owner = at([typeof name === 'string' ? name : calls.namespace[1]]);
    const queue = property(owner, 'q');
    const queued: unknown[] = [];
    const waiting = Array.isArray(queue) ? queue.length : 0;
    for (let i = 0; i < waiting && i < maxEntries; i += 1) {
      const entry: unknown = property(queue, String(i));
      queued.push([copy(property(entry, '0'), budget, 0), copy(property(entry, '1'), budget, 0)]);
    }
    if (waiting > maxEntries) budget.isWhole = false;
    const layers: unknown[] = [];
    for (const layer of calls.layers) {
      const held = at([layer]);
      if (kindOf(held) !== 'list' && kindOf(held) !== 'object') continue;
      const own: Budget = { left: 10_000, isWhole: true };
      const entries = Array.isArray(held) ? held.length : 1;
      layers.push({ name: layer, entries, held: copy(held, own, 0), isWhole: own.isWhole });
    }
    return {
      queued,
      isWhole: budget.isWhole,
      // Its script has taken the queue: what was called before stands nowhere.
      isTaken: typeof property(owner, '_api') === 'function',
      layers,
      isObserved: calls.observers.some((observer) => kindOf(at([observer])) !== undefined),
    };
  }

  const found: unknown[] = [];
  for (const trace of traces) {
    const one = find(trace);
    if (one) found.push(one);
  }
  return JSON.stringify({ found, calls: readCalls() });
}
