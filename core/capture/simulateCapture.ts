import type { Uninspected } from './captureRecord.ts';
import { createCaptureWalk } from './captureWalk.ts';
import { createPaths } from './pathIndex.ts';
import type { SimulationInput, SimulationOutput } from './simulation.ts';

/** Elements between two chances for the host to take a breath: about 0.3 ms of work. */
const elementsPerSlice = 128;

/**
 * Walks a tree once, in document order, and writes down what the profile's recorder would send.
 *
 * A generator, so that the host decides when to yield to the page; it yields the number of elements done.
 * The walk keeps its own stack: a page may be nested deeper than a call stack.
 */
export function* simulateCapture<N>(input: SimulationInput<N>): Generator<number, SimulationOutput> {
  const out: SimulationOutput = { nodes: [], decisions: [], records: [], fields: [], uninspected: [] };
  const walk = createCaptureWalk(input, out, { moment: 'snapshot', stored: () => undefined });
  walk.startAtRoot();
  let done = 0;
  for (let next = walk.next(); next; next = walk.next()) {
    const root = walk.rootToMatch(next);
    if (root !== null) {
      const matching = input.matchRoot(root);
      while (!matching.next().done) yield done;
    }
    walk.visit(next);
    while (walk.hasMore()) yield done;
    done += 1;
    if (done % elementsPerSlice === 0) yield done;
  }
  return { ...out, uninspected: yield* withPaths(out, done) };
}

/** Nodes that are looked at between two breaths, about 0.3 ms. */
const nodesPerSlice = 4096;

function* withPaths(out: SimulationOutput, done: number): Generator<number, Uninspected[]> {
  if (out.uninspected.length === 0) return out.uninspected;
  const paths = createPaths([]);
  for (let from = 0; from < out.nodes.length; from += nodesPerSlice) {
    paths.add(out.nodes.slice(from, from + nodesPerSlice));
    yield done;
  }
  return out.uninspected.map((item) =>
    item.node === undefined ? item : { ...item, path: paths.pathOf(item.node) },
  );
}
