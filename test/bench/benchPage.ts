// What the benchmarks run in a page: our code and, in the same page and run, the control it is measured against.
import { snapshot } from 'rrweb-snapshot';
import { createFieldReader } from '../../core/fields/createFieldReader.ts';
import { fullstory } from '../../core/profiles/fullstory.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { profileById } from '../../core/profiles/registry.ts';
import type { ActiveRule } from '../../core/rules/activeRule.ts';
import { withBuiltIns } from '../../core/rules/withBuiltIns.ts';
import { parseRuleFile } from '../../core/settings/parseRuleFile.ts';
import { liveFieldTree } from '../../page/liveFieldTree.ts';
import { createNativeMatcher } from '../../page/matchRules.ts';
import { createNodeIds } from '../../page/nodeIds.ts';
import { suggestForElement } from '../../page/picker/suggestForElement.ts';
import { runSliced } from '../../page/runSliced.ts';
import { scanPage } from '../../page/scanPage.ts';

/** Milliseconds of one run of each, in turns, so that a slow moment hits both. */
export interface Timing {
  readonly ours: number[];
  readonly control: number[];
  /** The longest piece of ours that ran without giving the thread back, by pieces of at most 8 ms where cut. */
  readonly detail: Readonly<Record<string, number>>;
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function alternate(runs: number, ours: () => void, control: () => void): Pick<Timing, 'ours' | 'control'> {
  ours();
  control();
  const timing = { ours: [] as number[], control: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    timing.ours.push(timed(ours));
    timing.control.push(timed(control));
  }
  return timing;
}

function drain(work: Generator<unknown, unknown>): void {
  let step = work.next();
  while (!step.done) step = work.next();
}

function ruleFor(selector: string, index: number): ActiveRule {
  return {
    id: `r${index}`,
    name: selector,
    selector,
    exceptions: [],
    action: 'mask',
    origin: 'custom',
    certain: true,
  };
}

/** Every rule's matches, attributed; control: one querySelectorAll for each, attributed the same way. */
export function matching({ selectors, runs }: { selectors: string[]; runs: number }): Timing {
  const rules = selectors.map(ruleFor);
  let found = 0;
  const ours = () => {
    const matcher = createNativeMatcher(rules);
    drain(matcher.matchRoot(document));
    found = matcher.matchCounts.reduce((sum, count) => sum + count, 0);
  };
  let expected = 0;
  const control = () => {
    const hits = new Map<Element, number[]>();
    expected = 0;
    selectors.forEach((selector, index) => {
      for (const element of document.querySelectorAll(selector)) {
        expected += 1;
        const known = hits.get(element);
        if (known) known.push(index);
        else hits.set(element, [index]);
      }
    });
  };
  const timing = alternate(runs, ours, control);
  if (found !== expected) throw new Error(`matched ${found}, the control ${expected}`);
  return { ...timing, detail: { elements: document.querySelectorAll('*').length, matches: found } };
}

/** The whole simulation of FullStory; control: rrweb-snapshot of the same page. */
export function capture({ runs }: { runs: number }): Timing {
  const profile = fullstory as Profile;
  const scan = () =>
    scanPage({
      document,
      profile,
      options: {},
      ruleSet: profile.offlineRules(),
      ids: createNodeIds(),
      isOurs: () => false,
    });
  let records = 0;
  const ours = () => {
    const work = scan();
    let step = work.next();
    while (!step.done) step = work.next();
    records = step.value.records.length;
  };
  const timing = alternate(runs, ours, () => void snapshot(document, { maskAllInputs: true }));
  return {
    ...timing,
    detail: { elements: document.querySelectorAll('*').length, records, longestStep: longestStep(scan()) },
  };
}

/** All that is read on the page's thread for the leak finder alone: what fields are for. Control: rrweb-snapshot. */
export function fields({ runs }: { runs: number }): Timing {
  let read = 0;
  const ours = () => {
    const reader = createFieldReader<Node>(liveFieldTree);
    const controls = document.querySelectorAll('input, textarea, select');
    read = 0;
    for (const [id, control] of controls.entries()) if (reader.read(control, id)) read += 1;
  };
  const timing = alternate(runs, ours, () => void snapshot(document, { maskAllInputs: true }));
  return { ...timing, detail: { elements: document.querySelectorAll('*').length, fields: read } };
}

/** What a click waits for, in milliseconds, for elements all over the page. */
export interface Candidates {
  /** Nothing of it has run before. */
  readonly first: number;
  readonly p50: number;
  readonly longest: number;
  readonly elements: number;
  /** Fewest and most different sets that one element was offered. */
  readonly fewest: number;
  readonly most: number;
  /** Elements that no selector was found for that matches them alone. */
  readonly notAlone: number;
}

/** Selectors for elements spread over the page; of each the best of `runs`, because other programs only ever add. */
export function candidates({ picks, runs }: { picks: number; runs: number }): Candidates {
  const all = [...document.body.querySelectorAll('*')];
  const { idOf } = createNodeIds();
  const times: number[] = [];
  const offered: number[] = [];
  let notAlone = 0;
  let first = 0;
  for (let pick = 0; pick < picks; pick += 1) {
    const element = all[Math.floor(((pick + 0.5) / picks) * all.length)];
    if (!element) continue;
    let ranked: readonly { readonly count: number }[] = [];
    const look = () => {
      ranked = suggestForElement({ element, roots: [document], idOf, now: () => performance.now() });
    };
    const each = Array.from({ length: runs }, () => timed(look));
    if (pick === 0) first = each[0] ?? 0;
    times.push(Math.min(...each));
    offered.push(ranked.length);
    if (ranked[0]?.count !== 1) notAlone += 1;
  }
  const sorted = times.toSorted((a, b) => a - b);
  return {
    first,
    p50: sorted[Math.floor(sorted.length / 2)] ?? 0,
    longest: sorted.at(-1) ?? 0,
    elements: document.querySelectorAll('*').length,
    fewest: Math.min(...offered),
    most: Math.max(...offered),
    notAlone,
  };
}

/** Slices of one scan as `runSliced` cuts it, in milliseconds, and the whole of it. */
export interface Slices {
  readonly pieces: number;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
  readonly work: number;
  readonly records: number;
  readonly problems: string[];
}

/** The real scan in the real slices: what one piece takes is from the first call of the generator to the next breath. */
export async function slices({ profile: id, options, selectors }: SliceRequest): Promise<Slices> {
  const profile = profileById(id);
  if (!profile) throw new Error(`no profile ${id}`);
  const pieces: number[] = [];
  const given = selectors.map((selector) => ({ source: { selector }, operation: { action: 'MASK' } }));
  const ruleSet = withBuiltIns(parseRuleFile(given), profile.offlineRules());
  const ids = createNodeIds();
  const request = { document, profile, options, ruleSet, ids, isOurs: () => false };
  const { work, onSlice } = clocked(scanPage(request), pieces);
  const { signal } = new AbortController();
  const scan = await runSliced(work, { signal, onSlice });
  onSlice();
  const sorted = pieces.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return {
    pieces: pieces.length,
    p50: at(0.5),
    p95: at(0.95),
    longest: at(1),
    work: pieces.reduce((sum, piece) => sum + piece, 0),
    records: scan.records.length,
    problems: scan.problems.map(({ kind, selector, detail }) => `${kind} ${selector.slice(0, 60)} ${detail}`),
  };
}

export interface SliceRequest {
  readonly profile: string;
  readonly options: unknown;
  readonly selectors: string[];
}

function clocked<T>(work: Generator<number, T>, pieces: number[]) {
  let start = 0;
  const onSlice = (): void => {
    pieces.push(performance.now() - start);
    start = 0;
  };
  function* run(): Generator<number, T> {
    for (;;) {
      if (start === 0) start = performance.now();
      const step = work.next();
      if (step.done) return step.value;
      yield step.value;
    }
  }
  return { work: run(), onSlice };
}

/** The longest uninterruptible piece: what one call of the generator takes. */
function longestStep(work: Generator<unknown, unknown>): number {
  let longest = 0;
  for (let done = false; !done; )
    longest = Math.max(
      longest,
      timed(() => (done = work.next().done === true)),
    );
  return longest;
}
