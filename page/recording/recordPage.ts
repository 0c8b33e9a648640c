import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { createLateCapture } from '../../core/capture/lateCapture.ts';
import { documentStep, shadowStep } from '../../core/capture/pathIndex.ts';
import { simulateCapture } from '../../core/capture/simulateCapture.ts';
import type { SimulationOutput } from '../../core/capture/simulation.ts';
import type { ValueCause } from '../../core/profiles/profile.ts';
import { notInspectedBecauseOf } from '../../core/rules/rulesNotInspected.ts';
import type { Hit } from '../../core/treatment/decision.ts';
import { createLiveTree } from '../liveTree.ts';
import { runSliced } from '../runSliced.ts';
import { preparePage, type ScanPageOptions } from '../scanPage.ts';
import { createBatches } from './batches.ts';
import { createHiddenChanges } from './hiddenChanges.ts';
import { createMutationReader } from './mutationReader.ts';
import { createPageObserver } from './observePage.ts';
import { createWorkQueue, type Work } from './workQueue.ts';

/** Changes that may wait to be read: a page that goes on for seconds without a pause makes more than can be read. */
const mostWaiting = 50_000;
const entriesPerSlice = 4096;
/** Roots that are begun to be observed between two breaths: about 1 ms. */
const rootsPerSlice = 128;

/** How often what no observer is told of is looked at. */
const lookEvery = 150;

export interface RecordPageOptions extends ScanPageOptions {
  readonly signal: AbortSignal;
  /** Name of the event that hooks in the page's own world dispatch (command line only). */
  readonly hookEvent?: string;
  readonly onSlice?: (elements: number) => void;
  /** Something was written down since the last `take`. */
  readonly onLate?: () => void;
}

/** What a recording wrote down since somebody last asked. Indexes continue those of the scan it began with. */
export type LateLists = Pick<CaptureScan, 'nodes' | 'decisions' | 'records' | 'fields' | 'uninspected'>;

export interface PageRecording {
  /** The first look. */
  readonly scan: CaptureScan;
  take(): LateLists;
  /** Whether `take` would bring anything. */
  hasLate(): boolean;
  /** The page wrote to the console; the isolated world does not hear it. */
  console(text: string): void;
  /** Resolves when everything that has happened so far is written down. */
  settled(): Promise<void>;
}

/**
 * Plays the recorder on this page: the first look, then every change, until the signal ends it. Observers are there
 * before the first look begins, so nothing is lost between the two.
 *
 * @throws OptionsError when the options do not have the recorder's shape
 */
export async function recordPage(options: RecordPageOptions): Promise<PageRecording> {
  const { document, ids, signal, isOurs } = options;
  const simulation = preparePage(options);
  const queue = createWorkQueue({ signal, onDone: afterWork, onError: failed });
  let hits = new Map<Node, readonly Hit[] | undefined>();
  let looked = 0;
  let queued = 0;
  let lost = 0;

  const observer = createPageObserver({
    signal,
    hookEvent: options.hookEvent,
    onMutations: (records) => batches.add(records),
    onValue: (element, cause) => later(() => valueChanged(element, cause)),
    onClick: (element) => later(() => late.click(element)),
    onFrameLoaded: (frame) => later(() => frameLoaded(frame)),
    onImage: (image) => later(() => late.image(image)),
    onHint: (target) => later(() => hint(target)),
  });
  const batches = createBatches(simulation.input.playback.late.reads, signal, (records) =>
    later(() => mutations(records), records.length),
  );
  observer.observe(document);
  // What happens during the first look waits until it is done.
  const waiting: Work[] = [];
  let isReady = false;
  const loads = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) later(() => late.resource(name));
  });
  loads.observe({ type: 'resource' });
  signal.addEventListener('abort', () => loads.disconnect(), { once: true });

  const sliced = { signal, onSlice: (elements: number) => options.onSlice?.(elements) };
  await runSliced(ids.forgetDetached(), { signal });
  const found = await runSliced(simulateCapture<Node>(simulation.input), sliced);
  const scan = simulation.scanOf(found);
  const out: SimulationOutput = {
    nodes: [...found.nodes],
    decisions: [...found.decisions],
    records: [],
    fields: [],
    uninspected: [],
  };
  const tree = createLiveTree(options);
  const late = createLateCapture<Node>({ ...simulation.input, tree, hitsOf: hitsNow }, out);
  const reader = createMutationReader({ late, tree, isOurs });
  const hidden = createHiddenChanges({
    onValue: (element) => later(() => late.value(element, { kind: 'set', composed: false })),
    onAdopted: (root) => later(() => late.style(root, tree.adoptedStyle(root), 'adopted-later')),
    onInserted: (style, css) => later(() => late.style(style, css, 'inserted')),
    onTooMany: (count) => {
      const detail = String(count);
      out.uninspected.push({ kind: 'partial', path: '', reason: 'values-not-watched', detail });
    },
    onManyRoots: (count) => {
      const detail = `> ${count}`;
      out.uninspected.push({ kind: 'partial', path: '', reason: 'roots-watched-in-turns', detail });
    },
  });
  await runSliced(late.begin(), { signal });
  let knownProblems = simulation.matcher.problems.length;
  let taken = { nodes: out.nodes.length, decisions: out.decisions.length };
  await runSliced(watchNewRoots(), { signal });
  isReady = true;
  for (const work of waiting.splice(0)) queue.add(work);
  let address = document.location.href;
  const timer = setInterval(look, lookEvery);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });

  /** @param changes how many changes the page made, of which this work is the reading */
  function later(work: Work, changes = 1): void {
    if (queued + changes > mostWaiting) {
      lost += changes;
      return;
    }
    queued += changes;
    const anew: Work = () => {
      queued -= changes;
      hits = new Map();
      return work();
    };
    if (isReady) queue.add(anew);
    else waiting.push(anew);
  }

  /** What the change was is not known now: the recording has a hole, and says so. */
  function failed(error: unknown): void {
    const detail = error instanceof Error ? error.message : String(error);
    out.uninspected.push({ kind: 'partial', path: '', reason: 'recording-failed', detail });
  }

  function hitsNow(element: Node): readonly Hit[] | undefined {
    if (!hits.has(element)) hits.set(element, simulation.matcher.hitsNow(element as Element));
    return hits.get(element);
  }

  function* mutations(records: readonly MutationRecord[]): Generator<number, void> {
    yield* reader.read(records);
    look();
  }

  function valueChanged(element: Element, cause: ValueCause): void {
    if (isOurs(element)) return;
    hidden.note(element);
    late.value(element, cause);
  }

  function* frameLoaded(frame: Element): Generator<number, void> {
    const inner = tree.frame(frame);
    if (inner && 'document' in inner) yield* late.inner(inner.document, frame);
  }

  function* hint(target: Element | null): Generator<number, void> {
    const root = target && tree.shadowRoot(target);
    if (target && root && root !== 'closed') yield* late.inner(root, target);
    hidden.look();
  }

  function afterWork(): void {
    if (looked < out.nodes.length) queue.add(watchNewRoots);
    else if (hasLate()) options.onLate?.();
  }

  function look(): void {
    hidden.look();
    const { href } = document.location;
    if (href === address) return;
    const from = address;
    address = href;
    later(() => late.navigation(from, href));
  }

  /** Documents of frames and shadow roots are observed each by themselves. */
  function* watchNewRoots(): Generator<number, void> {
    let begun = 0;
    while (looked < out.nodes.length) {
      const entry = out.nodes[looked];
      looked += 1;
      if (looked % entriesPerSlice === 0) yield looked;
      if (entry?.step !== documentStep && entry?.step !== shadowStep) continue;
      const root = ids.nodeOf(entry.id);
      if (!root) continue;
      observer.observe(root);
      hidden.add(root);
      begun += 1;
      if (begun % rootsPerSlice === 0) yield looked;
    }
  }

  /** A selector that turns out to be too costly only now leaves a hole from now on. */
  function noteNewProblems(): void {
    const fresh = simulation.matcher.problems.slice(knownProblems);
    knownProblems += fresh.length;
    out.uninspected.push(...fresh.flatMap((problem) => notInspectedBecauseOf(problem) ?? []));
  }

  /** What was too much to be read: the recording has a hole, and says how large. */
  function noteLost(): void {
    if (lost === 0) return;
    const detail = String(lost);
    out.uninspected.push({ kind: 'partial', path: '', reason: 'changes-not-followed', detail });
    lost = 0;
  }

  function hasLate(): boolean {
    noteNewProblems();
    noteLost();
    return out.records.length > 0 || out.uninspected.length > 0;
  }

  function take(): LateLists {
    noteNewProblems();
    noteLost();
    const part = {
      nodes: out.nodes.slice(taken.nodes),
      decisions: out.decisions.slice(taken.decisions),
      records: out.records.splice(0),
      fields: out.fields.splice(0),
      uninspected: out.uninspected.splice(0),
    };
    taken = { nodes: out.nodes.length, decisions: out.decisions.length };
    return part;
  }

  function note(text: string): void {
    later(() => late.console(text));
  }

  return {
    scan,
    take,
    hasLate,
    console: note,
    settled: async () => {
      batches.flush();
      later(hidden.lookAtAll, 0);
      await queue.idle();
    },
  };
}
