import type { LateLink, RecordSite } from '../profiles/profile.ts';
import type { Decision } from '../treatment/decision.ts';
import type { IndexedRecord } from './captureRecord.ts';
import type { LateInput } from './lateTree.ts';
import type { SimulationOutput } from './simulation.ts';

/** A list that grows by ten thousand texts would be counted through ten thousand times. */
const maxLooked = 2000;

/** Writes down single late changes: a text, a comment, an attribute, a value. */
export function createLateWriter<N>(input: LateInput<N>, out: SimulationOutput) {
  const { tree, playback } = input;
  const sink = { add: (record: IndexedRecord) => void out.records.push(record) };

  function at(link: LateLink, decision: Decision): RecordSite {
    const decisionIndex = out.decisions.push(decision) - 1;
    return { sink, node: link.node, decision, decisionIndex, moment: 'mutation', hits: link.hits };
  }

  /** A text or comment node that was added or has changed; `link` is its parent. */
  function leaf(node: N, link: LateLink, decision: Decision, isChange = false): void {
    const kind = tree.kind(node);
    const data = tree.text(node);
    if (kind === 'text')
      playback.record.text(at(link, decision), { part: partOf(node, kind), data, isChange }, link.element);
    if (kind === 'comment') playback.record.comment(at(link, decision), partOf(node, kind), data);
  }

  function partOf(node: N, kind: string): number {
    const parent = tree.parent(node);
    let part = 0;
    let looked = 0;
    for (let child = parent === null ? null : tree.firstChild(parent); child !== null; ) {
      if (tree.kind(child) === kind) part += 1;
      looked += 1;
      if (child === node || looked === maxLooked) return part;
      child = tree.nextSibling(child);
    }
    return part;
  }

  return { at, leaf };
}
