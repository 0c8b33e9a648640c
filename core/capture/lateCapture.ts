import type { LateLink, RecordSite, StyleSource, ValueCause } from '../profiles/profile.ts';
import type { Decision } from '../treatment/decision.ts';
import { Possible } from '../treatment/treatment.ts';
import { createCaptureWalk } from './captureWalk.ts';
import { createElementSite } from './elementSite.ts';
import { createLateChains } from './lateChains.ts';
import type { LateInput } from './lateTree.ts';
import { createLateWriter } from './lateWriter.ts';
import { documentStep, shadowStep } from './pathIndex.ts';
import type { SimulationOutput } from './simulation.ts';

/** The simulated recording after its first look: told of every change, it writes down what would be sent. */
export interface LateCapture<N> {
  /** Nodes that came to where they are now; walked like the first look. Yields the number of elements done. */
  added(node: N): Generator<number, void>;
  /** A node left its place. Unless it is somewhere else now, what was decided for it is forgotten too. */
  removed(node: N, isGone: boolean): Generator<number, void>;
  text(node: N): void;
  attribute(element: N, name: string, before: string | null): void;
  image(element: N): void;
  value(element: N, cause: ValueCause): void;
  click(element: N): void;
  console(text: string): void;
  resource(address: string): void;
  navigation(from: string, to: string): Generator<number, void>;
  /** The document of a frame that has loaded, or a shadow root that was attached: `owner` is its element. */
  inner(root: N, owner: N): Generator<number, void>;
  /** The adopted sheets of a root changed, or script put rules into the sheet of a `<style>`. */
  style(owner: N, css: string, source: StyleSource): void;
  /** Whether the recorder has met this node. */
  knows(node: N): boolean;
  /** Takes in what the first look found. To be run to its end before anything else is told. */
  begin(): Generator<number, void>;
}

const elementsPerSlice = 64;
/** Entries that are taken in between two breaths, about 1 ms. */
const entriesPerSlice = 2048;

/**
 * @param out the output of `simulateCapture` for the same input; late nodes, decisions and records are appended
 */
export function createLateCapture<N>(input: LateInput<N>, out: SimulationOutput): LateCapture<N> {
  const { tree, playback } = input;
  /** Nodes the recorder has an entry for. What is under an excluded element it never met. */
  const met = new Set<number>();
  /** What was decided when it last met them; kept when a node moves. */
  const stored = new Map<number, Decision>();
  const storedOf = (id: number): Decision | undefined => stored.get(id);
  const chains = createLateChains(input, { storedOf, isKnown: (id) => met.has(id) });
  const write = createLateWriter(input, out);
  const walk = createCaptureWalk(input, out, { moment: 'mutation', stored: storedOf });
  const pageElement = createElementSite(tree, input.root);
  let learned = 0;

  /** Goes through the entries the walk has written since the last time; parents come before their children. */
  function* learn(): Generator<number, void> {
    for (; learned < out.nodes.length; learned += 1) {
      if (learned % entriesPerSlice === entriesPerSlice - 1) yield learned;
      const entry = out.nodes[learned];
      const decision = entry && out.decisions[entry.decision];
      if (!entry || !decision) continue;
      const isKnown =
        entry.parent === -1 ||
        // A root that is recorded although its host is not.
        (isRoot(entry.step) && decision.possible !== Possible.excluded) ||
        (met.has(entry.parent) && storedOf(entry.parent)?.possible !== Possible.excluded);
      stored.set(entry.id, decision);
      if (isKnown) met.add(entry.id);
    }
  }

  function knows(node: N): boolean {
    return met.has(input.idOf(node));
  }

  function* run(): Generator<number, void> {
    let done = 0;
    for (let next = walk.next(); next; next = walk.next()) {
      walk.visit(next);
      while (walk.hasMore()) yield done;
      done += 1;
      if (done % elementsPerSlice === 0) yield done;
    }
    yield* learn();
  }

  function* added(node: N): Generator<number, void> {
    const parent = tree.parent(node);
    if (parent === null || !knows(parent)) return;
    const chain = chains.of(parent);
    const inherited = playback.late.added(chain);
    if (inherited === null) return;
    const [link] = chain;
    if (!link) return;
    if (tree.kind(node) !== 'element') {
      write.leaf(node, link, inherited);
      return;
    }
    const { position, siblings } = tree.position(node);
    const parentTag = link.element.tag;
    const inShadow = chains.isInShadow(chain);
    const inFrame = chain.find((entry) => entry.above !== 'parent')?.above === 'frame';
    walk.startAt(node, { parent: link.node, parentTag, inherited, inShadow, inFrame, position, siblings });
    yield* run();
  }

  function* forget(node: N, isGone: boolean): Generator<number, void> {
    const open: N[] = [node];
    let done = 0;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      done += 1;
      if (done % entriesPerSlice === 0) yield done;
      // Of what it never met it knows nothing below either.
      if (tree.kind(next) !== 'element' && tree.kind(next) !== 'fragment') continue;
      const id = input.idOf(next);
      if (isGone) stored.delete(id);
      if (!met.delete(id)) continue;
      const shadow = tree.kind(next) === 'element' ? tree.shadowRoot(next) : null;
      if (shadow !== null && shadow !== 'closed') open.push(shadow);
      openChildren(next, open);
    }
  }

  function openChildren(parent: N, open: N[]): void {
    for (let child = tree.firstChild(parent); child !== null; child = tree.nextSibling(child)) {
      if (tree.kind(child) === 'element') open.push(child);
    }
  }

  function text(node: N): void {
    const parent = tree.parent(node);
    if (parent === null || !knows(parent)) return;
    const chain = chains.of(parent);
    const decision = playback.late.text(chain);
    const [link] = chain;
    if (link && decision !== null) write.leaf(node, link, decision, true);
  }

  function attribute(element: N, name: string, before: string | null): void {
    if (!knows(element) || !playback.record.attributeChange) return;
    const chain = chains.of(element);
    const decision = playback.late.attribute(chain);
    const [link] = chain;
    if (!link || decision === null) return;
    const change = { name, value: tree.attribute(element, name), before };
    playback.record.attributeChange(write.at(link, decision), link.element, change);
  }

  function image(element: N): void {
    if (!playback.record.imageSettled || !knows(element)) return;
    const chain = chains.of(element);
    const [link] = chain;
    const decision = link && playback.late.attribute(chain);
    if (link && decision) playback.record.imageSettled(write.at(link, decision), link.element);
  }

  function value(element: N, cause: ValueCause): void {
    const state = tree.control(element);
    if (!state) return;
    const chain = chains.of(element);
    // A frame that is not recorded is not listened to.
    const frame = chain.find((entry) => entry.above === 'frame');
    if (frame && !frame.isKnown) return;
    const decision = playback.late.value(chain, cause);
    const [link] = chain;
    if (!link || decision === null) return;
    const { record } = playback;
    const at = write.at(link, decision);
    if (record.valueChange) record.valueChange(at, link.element, state);
    else record.control(at, link.element, state);
  }

  function click(element: N): void {
    if (!playback.record.click) return;
    const chain = chains.of(element);
    const [link] = chain;
    if (link) playback.record.click(write.at(link, decisionOf(link)), chain);
  }

  function decisionOf(link: LateLink): Decision {
    return link.stored ?? { ...playback.root, winner: -1, losers: [], node: link.node };
  }

  function* inner(root: N, owner: N): Generator<number, void> {
    if (!knows(owner) || knows(root)) return;
    const chain = chains.of(owner);
    const [link] = chain;
    if (!link?.stored) return;
    const site = { node: link.node, moment: 'mutation', element: link.element, isAttached: true } as const;
    const fresh: Decision = { ...playback.root, winner: -1, losers: [], node: link.node };
    const isDocument = tree.kind(root) === 'document';
    const decision = isDocument
      ? playback.frameState(link.stored, fresh, site)
      : playback.shadowState(link.stored, fresh, site);
    const step = isDocument ? documentStep : shadowStep;
    walk.startAtInner(root, { id: link.node, decision, step, inShadow: !isDocument });
    yield* run();
  }

  function style(owner: N, css: string, source: StyleSource): void {
    const [link] = chains.of(owner);
    if (link && knows(owner)) playback.record.style(write.at(link, decisionOf(link)), css, source);
  }

  function* navigation(from: string, to: string): Generator<number, void> {
    playback.record.navigation?.(atPage(), from, to);
    if (!playback.late.looksAgain?.(from, to)) return;
    met.clear();
    stored.clear();
    walk.startAtRoot();
    yield* run();
  }

  function atPage(): RecordSite {
    const id = input.idOf(input.root);
    const link: LateLink = {
      node: id,
      element: pageElement,
      hits: [],
      stored: storedOf(id),
      isKnown: true,
      above: 'none',
    };
    return write.at(link, decisionOf(link));
  }

  return {
    added,
    removed: forget,
    text,
    attribute,
    image,
    value,
    click,
    console: (line) => playback.record.console?.(atPage(), line),
    resource: (address) => playback.record.resource?.(atPage(), address),
    navigation,
    inner,
    style,
    knows,
    begin: learn,
  };
}

function isRoot(step: string): boolean {
  return step === documentStep || step === shadowStep;
}
