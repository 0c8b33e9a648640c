import type { RecordSite } from '../profiles/profile.ts';
import type { Decision, Hit } from '../treatment/decision.ts';
import { Possible } from '../treatment/treatment.ts';
import type { IndexedRecord } from './captureRecord.ts';
import { createChildWalk } from './childWalk.ts';
import { createElementSite } from './elementSite.ts';
import { documentStep, elementStep, shadowStep } from './pathIndex.ts';
import { anyRoot, type LatePlace, type Pending } from './pending.ts';
import type { SimulationInput, SimulationOutput, WalkMode } from './simulation.ts';

/** Asked for their state; a question to the DOM for each of 70,000 elements would be felt. */
const controlTags = new Set(['input', 'textarea', 'select']);

/** What no recorder can send as text. */
const opaqueTags = new Set(['canvas', 'video', 'object', 'embed']);

const frameTags = new Set(['iframe', 'frame', 'object']);

const noHits: readonly Hit[] = [];

/** The walk of `simulateCapture` and of late changes: what is still to be visited, and what a visit writes down. */
export function createCaptureWalk<N>(input: SimulationInput<N>, out: SimulationOutput, mode: WalkMode) {
  const { tree, playback } = input;
  const { moment } = mode;
  const stack: Pending<N>[] = [];
  const rootId = input.idOf(input.root);
  if (out.decisions.length === 0)
    out.decisions.push({ ...playback.root, winner: -1, losers: [], node: rootId });
  const rootDecision = 0;
  // A late node is serialized by itself, wherever it stands.
  const maxDepth =
    moment === 'snapshot' ? (playback.maxDepth ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;

  // One of each for the whole walk: made anew for 70,000 elements, they are a quarter of the time.
  const at = {
    sink: { add: (record: IndexedRecord) => void out.records.push(record) },
    node: rootId,
    decision: decisionAt(rootDecision),
    decisionIndex: rootDecision,
    moment,
    hits: noHits,
  };
  const element = createElementSite(tree, input.root);
  const children = createChildWalk({ input, at, element, push: (child) => void stack.push(child) });
  /** What is left to do of the children of the element that was visited last. */
  let rest: Generator<void, void> | undefined;

  function addDecision(decision: Decision): number {
    return out.decisions.push(decision) - 1;
  }

  function decisionAt(index: number): Decision {
    const decision = out.decisions[index];
    if (!decision) throw new Error(`no decision ${index}`);
    return decision;
  }

  /** The index of a decision that may be one of these two, or a new one. */
  function indexOf(decision: Decision, known: number): number {
    return decision === decisionAt(known) ? known : addDecision(decision);
  }

  function startAtRoot(): void {
    stack.push({ ...anyRoot, node: input.root, parent: -1, decision: rootDecision });
  }

  /** A subtree that was added after the first look. */
  function startAt(node: N, place: LatePlace): void {
    const tag = tree.tag(node);
    const step = elementStep(tag, place.position, place.siblings);
    const { parent, parentTag, inShadow, inFrame } = place;
    const decision = addDecision(place.inherited);
    const isRoot = false;
    stack.push({
      node,
      parent,
      tag,
      parentTag,
      decision,
      inShadow,
      inTemplate: false,
      inFrame,
      isRoot,
      step,
      textsBefore: 0,
      depth: 0,
    });
  }

  /** The document of a frame, or a shadow root, that came after the first look. */
  function startAtInner(
    root: N,
    owner: { id: number; decision: Decision; step: string; inShadow: boolean },
  ): void {
    const { id, step, inShadow } = owner;
    stack.push({ ...anyRoot, node: root, parent: id, decision: addDecision(owner.decision), step, inShadow });
  }

  function next(): Pending<N> | undefined {
    return stack.pop();
  }

  /** What is matched as a whole before this is visited: a document, a shadow root, the content of a template. */
  function rootToMatch({ node, tag, isRoot }: Pending<N>): N | null {
    if (isRoot) return node;
    return contentOf(node, tag);
  }

  /** A `<template>` of a drawing is none: what is in it are its children. */
  function contentOf(node: N, tag: string): N | null {
    return tag === 'template' ? tree.templateContent(node) : null;
  }

  function visit(pending: Pending<N>): void {
    const id = input.idOf(pending.node);
    if (pending.isRoot) visitRoot(pending, id);
    else visitElement(pending, id);
  }

  function enter(pending: Pending<N>, id: number, decision: number): void {
    const { parent, step, textsBefore } = pending;
    out.nodes.push({ id, parent, step, decision, textsBefore: textsBefore > 0 ? textsBefore : undefined });
  }

  function visitRoot(pending: Pending<N>, id: number): void {
    enter(pending, id, pending.decision);
    element.moveTo(pending.node, '', '');
    moveTo(id, pending.decision, noHits);
    if (pending.step === documentStep) {
      const isTop = pending.parent === -1;
      playback.record.document(at, isTop ? { ...input.page(), isTop } : { ...innerPage, isTop });
    }
    const adopted = tree.adoptedStyle(pending.node);
    if (adopted !== '') playback.record.style(at, adopted, 'adopted');
    descend(pending, id, pending.decision, '');
  }

  function visitElement(pending: Pending<N>, id: number): void {
    const { node, tag } = pending;
    element.moveTo(node, tag, pending.parentTag);
    const hits = hitsOf(pending);
    const decision = decide(pending, id, hits);
    enter(pending, id, decision);
    moveTo(id, decision, hits);
    playback.record.attributes(at, element);
    const control = controlTags.has(tag) ? tree.control(node) : null;
    if (control) {
      playback.record.control(at, element, control);
      const facts = input.fieldOf(node, id);
      if (facts) out.fields.push(facts);
    }
    if (opaqueTags.has(tag)) playback.record.opaque(at, element);
    if (tag === 'style') {
      const inserted = tree.insertedStyle(node);
      if (inserted !== '') playback.record.style(at, inserted, 'inserted');
    }
    const frame = frameTags.has(tag) ? frameOf(pending, id, decision) : null;
    if (frame) stack.push(frame);
    const inside = contentOf(node, tag) === null ? decision : insideTemplate(decision, id);
    if (inside !== null) descend(pending, id, inside, tag);
    const shadow = shadowOf(pending, id, decision);
    if (!shadow) return;
    if (rest) rest = followedBy(rest, shadow);
    else stack.push(shadow);
  }

  /** A shadow root is visited before the children of its host: it lies above them. */
  function* followedBy(first: Generator<void, void>, above: Pending<N>): Generator<void, void> {
    yield* first;
    stack.push(above);
  }

  /** Goes on with a long list of children. To be asked after each visit, until there is no more. */
  function hasMore(): boolean {
    if (rest === undefined) return false;
    if (rest.next().done) rest = undefined;
    return rest !== undefined;
  }

  function hitsOf(pending: Pending<N>): readonly Hit[] {
    const hits = input.hitsOf(pending.node) ?? noHits;
    return pending.inShadow && hits.length > 0 ? hits.map((hit) => playback.hitInShadow(hit)) : hits;
  }

  function decide(pending: Pending<N>, id: number, hits: readonly Hit[]): number {
    if (hits.length === 0 && !playback.decidesAll) return pending.decision;
    const own = pending.inTemplate ? hits.map(doubtInTemplate) : hits;
    const stored = mode.stored(id);
    const site = { hits: own, node: id, element, moment, stored, isInFrame: pending.inFrame };
    return indexOf(playback.decide(decisionAt(pending.decision), site), pending.decision);
  }

  function insideTemplate(outside: number, id: number): number | null {
    const decision = playback.templateState(decisionAt(outside), { node: id, moment, element });
    return decision === null ? null : indexOf(decision, outside);
  }

  function frameOf(pending: Pending<N>, id: number, decision: number): Pending<N> | null {
    const frame = tree.frame(pending.node);
    if (!frame) return null;
    if ('unreadable' in frame) {
      // What is excluded for sure does not need to be read.
      if (decisionAt(decision).possible === Possible.excluded) return null;
      const origin = frame.origin === undefined ? undefined : { origin: frame.origin };
      out.uninspected.push({ kind: 'frame', node: id, path: '', reason: frame.unreadable, ...origin });
      return null;
    }
    const site = { node: id, moment, element };
    const state = playback.frameState(decisionAt(decision), decisionAt(rootDecision), site);
    const { inTemplate } = pending;
    return {
      ...anyRoot,
      node: frame.document,
      parent: id,
      decision: indexOf(state, decision),
      inTemplate,
      inFrame: true,
      depth: pending.depth + 1,
    };
  }

  function shadowOf(pending: Pending<N>, id: number, decision: number): Pending<N> | null {
    const root = tree.shadowRoot(pending.node);
    if (!root) return null;
    if (root === 'closed') {
      if (playback.closedRoots === 'never') return null;
      if (decisionAt(decision).possible === Possible.excluded) return null;
      out.uninspected.push({ kind: 'closed-shadow-root', node: id, path: '', reason: 'closed-shadow-root' });
      return null;
    }
    const site = { node: id, moment, element };
    const state = playback.shadowState(decisionAt(decision), decisionAt(rootDecision), site);
    const { inTemplate, depth } = pending;
    const inner = { inShadow: true, inTemplate, depth, step: shadowStep };
    return { ...anyRoot, node: root, parent: id, decision: indexOf(state, decision), ...inner };
  }

  function descend(pending: Pending<N>, id: number, inherited: number, tag: string): void {
    const first = tree.firstChild(pending.node);
    if (first === null) return;
    const decision = pending.depth + 1 < maxDepth ? inherited : tooDeep(inherited, id);
    if (decision !== at.decisionIndex) moveTo(id, decision, at.hits);
    const isTemplate = contentOf(pending.node, tag) !== null;
    rest = children.visit(first, { pending, id, decision, tag, isTemplate });
  }

  function tooDeep(inherited: number, node: number): number {
    const from = decisionAt(inherited);
    if (from.possible === Possible.excluded) return inherited;
    return addDecision({ ...from, possible: Possible.excluded, winner: -1, losers: [], node, doubts: [] });
  }

  function moveTo(node: number, decisionIndex: number, hits: readonly Hit[]): RecordSite {
    at.node = node;
    at.decision = decisionAt(decisionIndex);
    at.decisionIndex = decisionIndex;
    at.hits = hits;
    return at;
  }

  return { startAtRoot, startAt, startAtInner, next, visit, hasMore, rootToMatch };
}

/** What is known of the page a frame shows: its address is its frame element's. */
const innerPage = { url: '', title: '', referrer: '', resources: [] };

/** Whether rules reach into a template is not something pages show: an unmask rule may be the one that shows what is in it. */
const doubtInTemplate = (hit: Hit): Hit => ({ ...hit, certain: false, doubt: hit.doubt ?? 'doubt.template' });
