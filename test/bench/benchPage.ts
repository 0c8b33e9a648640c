// What the benchmarks run in a page: our code and, in the same page and run, the control it is measured against.
import { snapshot } from 'rrweb-snapshot';
import { fullstory } from '../../core/profiles/fullstory.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import type { ActiveRule } from '../../core/rules/activeRule.ts';
import { createNativeMatcher } from '../../page/matchRules.ts';
import { createNodeIds } from '../../page/nodeIds.ts';
import { createOverlay } from '../../page/overlay/createOverlay.ts';
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

let end: AbortController | undefined;

function targets(boxes: number): Element[] {
  return [...document.querySelectorAll('body *')].slice(0, boxes);
}

/** Marks this many elements with our overlay. The driver reads the browser's own script time around it. */
export async function overlayOurs({ boxes }: { boxes: number }): Promise<void> {
  const over = new AbortController();
  end = over;
  const marked = targets(boxes);
  await inTask(() => {
    const layer = createOverlay({ document, signal: over.signal });
    layer.show(new Map([['masked', marked]]));
  });
  await frames(4);
}

/** The control: one absolutely placed element for each box, as most overlays do it. */
export async function overlayControl({ boxes }: { boxes: number }): Promise<void> {
  const host = document.createElement('div');
  end = new AbortController();
  end.signal.addEventListener('abort', () => host.remove(), { once: true });
  const marked = targets(boxes);
  await inTask(() => placeBoxes(host, marked));
  await frames(4);
}

function placeBoxes(host: HTMLElement, marked: readonly Element[]): void {
  document.documentElement.append(host);
  const root = host.attachShadow({ mode: 'closed' });
  const rects = marked.map((target) => target.getBoundingClientRect());
  for (const rect of rects) {
    const box = document.createElement('div');
    box.style.cssText = `position:fixed;pointer-events:none;outline:1px solid;left:${rect.x}px;top:${rect.y}px;width:${rect.width}px;height:${rect.height}px`;
    root.append(box);
  }
}

/** A task of its own: the browser's script time does not count what the DevTools protocol evaluates. */
function inTask(run: () => void): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => {
      run();
      resolve();
    });
  });
}

export async function overlayClear(): Promise<void> {
  end?.abort();
  await frames(2);
}

async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}
