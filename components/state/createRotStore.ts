import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { checkedSketch } from '../../core/rot/checkedSketch.ts';
import type { ElementSketch } from '../../core/rot/elementSketch.ts';
import { type MatchNote, type Rot, type RuleMemory, rotOf } from '../../core/rot/matchMemory.ts';
import { redactAddress } from '../../core/saved/redactAddress.ts';
import { chooseCovering } from '../../core/selectors/chooseCovering.ts';
import type { PageClient, SettingsClient } from '../client.ts';
import { createPageQuestions } from './createPageQuestions.ts';
import { notesDue } from './notesDue.ts';

/** A rule that matched once and matches nothing here now. */
export interface RottenRule {
  readonly rot: Rot;
  /** What looks like the elements it matched; absent while it is looked for, and where nobody looks. */
  readonly lookalikes?: readonly number[];
  /** A selector that takes those, and how many elements it takes in all. */
  readonly proposal?: { readonly selector: string; readonly count: number };
}

export interface RotStore {
  /** By rule id. */
  readonly rotten: ReadonlySignal<ReadonlyMap<string, RottenRule>>;
}

export interface RotDeps {
  readonly page: PageClient;
  readonly client: SettingsClient;
  /** The last finished look at the page with the org's own rules. */
  readonly scan: ReadonlySignal<CaptureScan | null>;
  readonly nextId: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** Rules for which lookalikes are searched; more at once is another page, not a deploy. */
const mostSearched = 8;

/**
 * Remembers what each rule matches on which page, and notices when one that matched here matches nothing any more:
 * then it looks for elements like those, and for a selector that takes them.
 */
export function createRotStore(deps: RotDeps): RotStore {
  const { page, client, nextId, now } = deps;
  const rotten = signal<ReadonlyMap<string, RottenRule>>(new Map());
  const ask = createPageQuestions({ page, nextId, signal: deps.signal });

  async function look(scan: CaptureScan, stop: AbortSignal): Promise<void> {
    rotten.value = new Map();
    const address = redactAddress(scan.url);
    const known = await client.request('matches/read', {});
    if (!known.ok || stop.aborted) return;
    const memory = await note(scan, address, known.value);
    if (stop.aborted) return;
    const found = rottenIn(scan, memory, address);
    rotten.value = found;
    const gone = [...found].filter(([, { rot }]) => rot.kind !== 'elsewhere').slice(0, mostSearched);
    for (const [id, { rot }] of gone) {
      const more = await lookalikesOf(rot);
      if (stop.aborted) return;
      rotten.value = new Map([...rotten.peek(), [id, { rot, ...more }]]);
    }
  }

  /** @returns what is remembered now; as it was when it could not be stored: this look is then not remembered */
  async function note(scan: CaptureScan, address: string, memory: readonly RuleMemory[]) {
    const due = notesDue(scan, memory, address, now());
    if (due.length === 0) return memory;
    const nodes = due.flatMap((one) => one.nodes);
    const read = await ask('sketch/read', { nodes });
    const told = read.sketches.map((sketch) => sketch && checkedSketch(sketch));
    const sketches = new Map(nodes.map((node, at) => [node, told[at] ?? null]));
    const notes = due.map(({ nodes: own, ...rest }): MatchNote => {
      const isSketch = (one: ElementSketch | null | undefined): one is ElementSketch => Boolean(one);
      return { ...rest, sketches: own.map((node) => sketches.get(node)).filter(isSketch) };
    });
    const reply = await client.request('matches/note', { page: address, notes });
    return reply.ok ? reply.value : memory;
  }

  async function lookalikesOf(rot: Rot): Promise<Pick<RottenRule, 'lookalikes' | 'proposal'>> {
    const { count, sketches } = rot;
    const { nodes } = await ask('lookalikes/find', { count, sketches });
    const [first] = nodes;
    if (first === undefined) return { lookalikes: [] };
    const { candidates } = await ask('selectors/suggest', { node: first });
    const best = chooseCovering(candidates, new Set(nodes));
    return {
      lookalikes: nodes,
      ...(best ? { proposal: { selector: best.selector, count: best.count } } : {}),
    };
  }

  const dispose = effect(() => {
    const scan = deps.scan.value;
    if (!scan) return;
    const stop = new AbortController();
    void look(scan, AbortSignal.any([stop.signal, deps.signal]));
    return () => stop.abort();
  });
  deps.signal.addEventListener('abort', dispose, { once: true });
  return { rotten };
}

function rottenIn(
  scan: CaptureScan,
  memory: readonly RuleMemory[],
  address: string,
): ReadonlyMap<string, RottenRule> {
  return new Map(
    scan.rules.flatMap((rule, index) => {
      if (rule.origin !== 'custom') return [];
      // A rule that the browser refused matched nothing for another reason.
      if (scan.problems.some((problem) => problem.rule === index)) return [];
      const rot = rotOf(memory, rule, address, scan.matchCounts[index] ?? 0);
      return rot ? [[rule.id, { rot }] as const] : [];
    }),
  );
}
