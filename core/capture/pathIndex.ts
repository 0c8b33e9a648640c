import type { CaptureChannel, NodeEntry } from './captureRecord.ts';

/** Steps that cross a boundary; a path shows them after `>>>` because no CSS combinator crosses one. */
export const shadowStep = '#shadow-root';
export const documentStep = '#document';

/** Steps made so far, by tag and position: a page of 70,000 elements has a few hundred different ones. */
const steps = new Map<string, string[]>();
/** Longer lists, and pages that make up more tags than these, make their steps anew. */
const keptPositions = 256;
const keptTags = 500;

/** Deeper than a page that a browser parses (512) or a recording follows (2,048). */
const maxSteps = 4096;

const plainName = /^[a-z][a-z0-9._-]{0,80}$/i;

/** One element's step: `td:nth-child(3)`. Only children and html, head and body read better without a position. */
export function elementStep(name: string, position: number, siblings: number): string {
  // A page may call an element anything, `<jane@example.org>` too: only plain names are shown.
  const tag = plainName.test(name) ? name : '*';
  if (siblings <= 1 || tag === 'html' || tag === 'head' || tag === 'body') return tag;
  if (position >= keptPositions || (steps.size >= keptTags && !steps.has(tag)))
    return `${tag}:nth-child(${position})`;
  let known = steps.get(tag);
  if (!known) {
    known = [];
    steps.set(tag, known);
  }
  known[position] ??= `${tag}:nth-child(${position})`;
  return known[position];
}

/** Paths of nodes that may still become more: a recording goes on. */
export interface Paths {
  /** Entries of nodes; one that is known already has moved. */
  add(nodes: readonly NodeEntry[]): void;
  /** Number of nodes it knows. */
  size(): number;
  /** E.g. `html > body > x-chat >>> #shadow-root > p:nth-of-type(2)`; '' for an unknown id. */
  pathOf(node: number): string;
}

/**
 * Paths of nodes, made on demand and kept: most nodes of a page are never shown to anybody.
 *
 * A path holds tags and positions only - an id or a class may itself be personal data.
 */
export function createPaths(nodes: readonly NodeEntry[]): Paths {
  const entries = new Map(nodes.map((entry) => [entry.id, entry]));
  const paths = new Map<number, string>();

  function add(more: readonly NodeEntry[]): void {
    for (const entry of more) {
      entries.set(entry.id, entry);
      paths.delete(entry.id);
    }
  }

  function pathOf(node: number): string {
    const known = paths.get(node);
    if (known !== undefined) return known;
    const pending: NodeEntry[] = [];
    let base = '';
    // Entries of different times may make a node its own ancestor.
    for (
      let entry = entries.get(node);
      entry && pending.length < maxSteps;
      entry = entries.get(entry.parent)
    ) {
      const ready = paths.get(entry.id);
      if (ready !== undefined) {
        base = ready;
        break;
      }
      pending.push(entry);
    }
    for (const entry of pending.reverse()) {
      base = appendStep(base, entry.step);
      paths.set(entry.id, base);
    }
    return base;
  }

  return { add, size: () => entries.size, pathOf };
}

/** `createPaths` of a scan that is finished. */
export function createPathIndex(nodes: readonly NodeEntry[]): (node: number) => string {
  return createPaths(nodes).pathOf;
}

function appendStep(base: string, step: string): string {
  if (base === '') return step === documentStep ? '' : step;
  const crosses = step === shadowStep || step === documentStep;
  return `${base}${crosses ? ' >>> ' : ' > '}${step}`;
}

/** Path of one record: its element's path, plus which of the element's text or comment nodes it is. */
export function recordPath(elementPath: string, channel: CaptureChannel, part: number): string {
  if (part === 0) return elementPath;
  const kind = channel === 'comment' ? '#comment' : '#text';
  const step = part === 1 ? kind : `${kind}[${part}]`;
  return elementPath === '' ? step : `${elementPath} > ${step}`;
}
