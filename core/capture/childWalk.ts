import type { ElementSite, RecordSite } from '../profiles/profile.ts';
import { elementStep } from './pathIndex.ts';
import type { Pending } from './pending.ts';
import type { SimulationInput } from './simulation.ts';

/** Children that are gone through at once: about 1 ms. A list of 100,000 rows is gone through in pieces. */
const childrenAtOnce = 4096;

/** Whose children are gone through. */
export interface Parent<N> {
  readonly pending: Pending<N>;
  readonly id: number;
  readonly decision: number;
  readonly tag: string;
  /** Its children are the content of a template, not in the page. */
  readonly isTemplate: boolean;
}

export interface ChildWalkOptions<N> {
  readonly input: SimulationInput<N>;
  /** Where the walk is: at the parent. */
  readonly at: RecordSite;
  readonly element: ElementSite;
  readonly push: (child: Pending<N>) => void;
}

/** Goes through the children of one element after the other: writes down texts and comments, hands on elements. */
export function createChildWalk<N>({ input, at, element, push }: ChildWalkOptions<N>) {
  const { tree, playback } = input;
  // One of each for the whole walk: made anew for 70,000 elements, they are felt.
  const elements: N[] = [];
  const textsBefore: number[] = [];
  let texts = 0;
  let comments = 0;

  /** @returns what is left to do, if there are many; undefined when all is done */
  function visit(first: N, parent: Parent<N>): Generator<void, void> | undefined {
    elements.length = 0;
    textsBefore.length = 0;
    texts = 0;
    comments = 0;
    const left = read(first);
    if (left !== null) return finish(parent, left);
    handOn(parent, elements.length, 0);
    return undefined;
  }

  function* finish(parent: Parent<N>, from: N): Generator<void, void> {
    for (let left: N | null = from; left !== null; left = read(left)) yield;
    for (let end = elements.length; end > 0; end -= childrenAtOnce) {
      handOn(parent, end, Math.max(0, end - childrenAtOnce));
      yield;
    }
  }

  /** @returns where to go on, or null at the end */
  function read(first: N): N | null {
    let child: N | null = first;
    for (let done = 0; child !== null && done < childrenAtOnce; done += 1) {
      const kind = tree.kind(child);
      if (kind === 'element') {
        elements.push(child);
        textsBefore.push(texts);
      } else if (kind === 'text') {
        texts += 1;
        playback.record.text(at, { part: texts, data: tree.text(child) }, element);
      } else if (kind === 'comment') {
        comments += 1;
        playback.record.comment(at, comments, tree.text(child));
      }
      child = tree.nextSibling(child);
    }
    return child;
  }

  /** Last first: a stack then gives them back in document order. */
  function handOn({ pending, id, decision, tag, isTemplate }: Parent<N>, end: number, start: number): void {
    const { inShadow, inFrame } = pending;
    const inTemplate = pending.inTemplate || isTemplate;
    for (let i = end - 1; i >= start; i -= 1) {
      const node = elements[i];
      if (node === undefined || input.isOurs(node)) continue;
      const childTag = tree.tag(node);
      push({
        node,
        parent: id,
        tag: childTag,
        parentTag: tag,
        decision,
        inShadow,
        inTemplate,
        inFrame,
        isRoot: false,
        step: elementStep(childTag, i + 1, elements.length),
        textsBefore: textsBefore[i] ?? 0,
        depth: pending.depth + 1,
      });
    }
  }

  return { visit };
}
