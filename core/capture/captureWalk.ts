import type { FieldFacts } from '../fields/fieldFacts.ts';
import type { Profile, RecordSite } from '../profiles/profile.ts';
import type { ActiveRule } from '../rules/activeRule.ts';
import type { Decision, Hit } from '../treatment/decision.ts';
import { Possible } from '../treatment/treatment.ts';
import type { IndexedRecord, NodeEntry, Uninspected } from './captureRecord.ts';
import { documentStep, elementStep, shadowStep } from './pathIndex.ts';
import type { TreeAdapter } from './treeAdapter.ts';

/** What a simulation needs to know of its host: the tree, who hits what, and stable ids for nodes. */
export interface SimulationInput<N> {
  readonly tree: TreeAdapter<N>;
  readonly root: N;
  readonly url: string;
  readonly profile: Profile;
  readonly rules: readonly ActiveRule[];
  readonly rootState: Possible;
  /** Finds out who hits what in one document or shadow root; asked once for each, before its elements. */
  matchRoot(root: N): Generator<void, void>;
  /** Rules that hit an element of a root that was matched. */
  hitsOf(element: N): readonly Hit[] | undefined;
  idOf(node: N): number;
  /** Facts about a form control for the leak finder; null when it is none. */
  fieldOf(element: N, id: number): FieldFacts | null;
  /** Elements that belong to Scrim itself and are no part of the page. */
  isOurs(element: N): boolean;
}

export interface SimulationOutput {
  readonly nodes: NodeEntry[];
  readonly decisions: Decision[];
  readonly records: IndexedRecord[];
  readonly fields: FieldFacts[];
  readonly uninspected: Uninspected[];
}

interface Pending<N> {
  readonly node: N;
  readonly parent: number;
  /** '' for a root. Asked of the tree once: each question is a call into the DOM. */
  readonly tag: string;
  readonly parentTag: string;
  readonly decision: number;
  readonly inShadow: boolean;
  readonly inTemplate: boolean;
  /** A document or shadow root: matched as a whole before its elements are visited. */
  readonly isRoot: boolean;
  readonly step: string;
  readonly textsBefore: number;
}

/** Asked for their state; a question to the DOM for each of 70,000 elements would be felt. */
const controlTags = new Set(['input', 'textarea', 'select']);

/** What no recorder can send as text. */
const opaqueTags = new Set(['canvas', 'video', 'object', 'embed']);

/** Nor is it known whether rules reach into a template: an unmask rule may be the one that shows what is in it. */
const doubtInTemplate = (hit: Hit): Hit => ({ ...hit, certain: false, doubt: hit.doubt ?? 'doubt.template' });

/** What documents and shadow roots have in common. */
const anyRoot = {
  tag: '',
  parentTag: '',
  inShadow: false,
  inTemplate: false,
  isRoot: true,
  step: documentStep,
  textsBefore: 0,
} as const;

/** The walk of `simulateCapture`: what is still to be visited, and what a visit writes down. */
export function createCaptureWalk<N>(input: SimulationInput<N>, out: SimulationOutput) {
  const { tree, profile, rules } = input;
  const stack: Pending<N>[] = [];
  const rootId = input.idOf(input.root);
  const rootDecision = addDecision({
    possible: input.rootState,
    winner: -1,
    losers: [],
    node: rootId,
    doubts: [],
  });
  stack.push({ ...anyRoot, node: input.root, parent: -1, decision: rootDecision });

  // One of each for the whole walk: made anew for 70,000 elements, they are a quarter of the time.
  const at = {
    sink: { add: (record: IndexedRecord) => void out.records.push(record) },
    node: rootId,
    decision: decisionAt(rootDecision),
    decisionIndex: rootDecision,
  };
  let current = input.root;
  const element = {
    tag: '',
    parentTag: '',
    eachAttribute: (visit: (name: string, value: string) => void) => tree.eachAttribute(current, visit),
    attribute: (name: string) => tree.attribute(current, name),
  };
  const elements: N[] = [];
  const textsBefore: number[] = [];

  function addDecision(decision: Decision): number {
    return out.decisions.push(decision) - 1;
  }

  function decisionAt(index: number): Decision {
    const decision = out.decisions[index];
    if (!decision) throw new Error(`no decision ${index}`);
    return decision;
  }

  function next(): Pending<N> | undefined {
    return stack.pop();
  }

  /** What is matched as a whole before this is visited: a document, a shadow root, the content of a template. */
  function rootToMatch({ node, tag, isRoot }: Pending<N>): N | null {
    if (isRoot) return node;
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
    moveTo(id, pending.decision);
    if (pending.step === documentStep) {
      profile.record.document(at, { url: input.url, isTop: pending.parent === -1 });
    }
    const adopted = tree.adoptedStyle(pending.node);
    if (adopted !== '') profile.record.style(at, adopted, 'adopted');
    descend(pending, id, pending.decision, '');
  }

  function visitElement(pending: Pending<N>, id: number): void {
    const { node, tag } = pending;
    const decision = decide(pending, id);
    enter(pending, id, decision);
    moveTo(id, decision);
    current = node;
    element.tag = tag;
    element.parentTag = pending.parentTag;
    profile.record.attributes(at, element);
    const control = controlTags.has(tag) ? tree.control(node) : null;
    if (control) {
      profile.record.control(at, element, control);
      const facts = input.fieldOf(node, id);
      if (facts) out.fields.push(facts);
    }
    if (opaqueTags.has(tag)) profile.record.opaque(at, element);
    if (tag === 'style') {
      const inserted = tree.insertedStyle(node);
      if (inserted !== '') profile.record.style(at, inserted, 'inserted');
    }
    if (tag === 'iframe' || tag === 'frame' || tag === 'object') visitFrame(pending, id, decision);
    // A text area's text is its default value; what it holds now is its value record.
    descend(pending, id, tag === 'template' ? insideTemplate(decision, id) : decision, tag);
    visitShadow(pending, id, decision);
  }

  function decide(pending: Pending<N>, id: number): number {
    const hits = input.hitsOf(pending.node);
    if (!hits) return pending.decision;
    const inherited = decisionAt(pending.decision);
    const placed = pending.inShadow ? hits.map((hit) => profile.hitInShadow(hit)) : hits;
    const own = pending.inTemplate ? placed.map(doubtInTemplate) : placed;
    const decision = profile.decide(inherited, own, rules, id);
    return decision === inherited ? pending.decision : addDecision(decision);
  }

  /** Whether a recorder keeps the inert content of a template is not something pages show: it may be dropped. */
  function insideTemplate(index: number, id: number): number {
    const outside = decisionAt(index);
    if (outside.possible === Possible.excluded) return index;
    return addDecision({
      ...outside,
      possible: outside.possible | Possible.excluded,
      node: id,
      doubts: [...outside.doubts, 'doubt.template'],
    });
  }

  function visitFrame(pending: Pending<N>, id: number, decision: number): void {
    const frame = tree.frame(pending.node);
    if (!frame) return;
    if ('unreadable' in frame) {
      // What is excluded for sure does not need to be read.
      if (decisionAt(decision).possible === Possible.excluded) return;
      out.uninspected.push({
        kind: 'frame',
        node: id,
        path: '',
        reason: frame.unreadable,
        ...(frame.origin === undefined ? undefined : { origin: frame.origin }),
      });
      return;
    }
    const state = profile.frameState(decisionAt(decision), decisionAt(rootDecision), id);
    const index = state === decisionAt(decision) ? decision : addDecision(state);
    const { inTemplate } = pending;
    stack.push({ ...anyRoot, node: frame.document, parent: id, decision: index, inTemplate });
  }

  function visitShadow(pending: Pending<N>, id: number, decision: number): void {
    const root = tree.shadowRoot(pending.node);
    if (!root) return;
    if (root === 'closed') {
      if (decisionAt(decision).possible === Possible.excluded) return;
      out.uninspected.push({ kind: 'closed-shadow-root', node: id, path: '', reason: 'closed-shadow-root' });
      return;
    }
    const { inTemplate } = pending;
    stack.push({
      ...anyRoot,
      node: root,
      parent: id,
      decision,
      inShadow: true,
      inTemplate,
      step: shadowStep,
    });
  }

  function descend(pending: Pending<N>, id: number, decision: number, tag: string): void {
    const first = tree.firstChild(pending.node);
    if (first === null) return;
    moveTo(id, decision);
    elements.length = 0;
    textsBefore.length = 0;
    let texts = 0;
    let comments = 0;
    for (let child: N | null = first; child !== null; child = tree.nextSibling(child)) {
      const kind = tree.kind(child);
      if (kind === 'element') {
        elements.push(child);
        textsBefore.push(texts);
      } else if (kind === 'text') {
        texts += 1;
        recordText(pending, tag, tree.text(child), texts);
      } else if (kind === 'comment') {
        comments += 1;
        profile.record.comment(at, comments, tree.text(child));
      }
    }
    // Last first: the stack then gives them back in document order.
    for (let i = elements.length - 1; i >= 0; i -= 1) {
      const node = elements[i];
      if (node === undefined || input.isOurs(node)) continue;
      const childTag = tree.tag(node);
      const step = elementStep(childTag, i + 1, elements.length);
      const before = textsBefore[i] ?? 0;
      const { inShadow } = pending;
      const inTemplate = pending.inTemplate || tag === 'template';
      stack.push({
        node,
        parent: id,
        tag: childTag,
        parentTag: tag,
        decision,
        inShadow,
        inTemplate,
        isRoot: false,
        step,
        textsBefore: before,
      });
    }
  }

  function recordText(pending: Pending<N>, tag: string, data: string, part: number): void {
    const type = tag === 'script' ? (tree.attribute(pending.node, 'type') ?? '').toLowerCase() : '';
    profile.record.text(at, { part, data, tag, parentTag: pending.parentTag, type });
  }

  function moveTo(node: number, decisionIndex: number): RecordSite {
    at.node = node;
    at.decision = decisionAt(decisionIndex);
    at.decisionIndex = decisionIndex;
    return at;
  }

  return { next, visit, rootToMatch };
}
