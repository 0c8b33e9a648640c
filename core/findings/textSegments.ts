import type { IndexedRecord, NodeEntry } from '../capture/captureRecord.ts';
import { documentStep, shadowStep } from '../capture/pathIndex.ts';

/** Text that a visitor reads as one piece although tags cut it: `j@<b>x</b>.com`. Never empty. */
export type TextSegment = readonly IndexedRecord[];

/** Elements that do not start a new line by themselves (HTML standard, rendering of phrasing content; SVG). */
const inlineTags = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q s samp slot small span strike strong sub sup time tspan tt u var wbr'.split(
    ' ',
  ),
);
/** A page deeper than this in inline elements alone is hostile. */
const maxInlineDepth = 64;

/**
 * Runs of at least two text records under one block, in reading order. Records that send nothing, or a mask, end a run.
 *
 * @param nodes in document order
 */
export function textSegments(
  nodes: readonly NodeEntry[],
  records: readonly IndexedRecord[],
): readonly TextSegment[] {
  const texts = textsByNode(records);
  const children = childrenByNode(nodes);
  const segments: TextSegment[] = [];
  for (const node of nodes) {
    if (isInline(node)) continue;
    const reader = createReader(texts, children);
    reader.read(node, 0);
    segments.push(...reader.finish());
  }
  return segments;
}

function isInline(node: NodeEntry): boolean {
  if (node.step === shadowStep || node.step === documentStep) return false;
  const tag = /^[^:]*/.exec(node.step)?.[0] ?? '';
  // An element that a page made up is in the line until its style says otherwise.
  return inlineTags.has(tag) || tag.includes('-');
}

function textsByNode(records: readonly IndexedRecord[]): Map<number, IndexedRecord[]> {
  const texts = new Map<number, IndexedRecord[]>();
  for (const record of records) {
    if (record.channel !== 'text') continue;
    const parts = texts.get(record.node);
    if (parts) parts[record.part - 1] = record;
    else {
      const first: IndexedRecord[] = [];
      first[record.part - 1] = record;
      texts.set(record.node, first);
    }
  }
  return texts;
}

function childrenByNode(nodes: readonly NodeEntry[]): Map<number, NodeEntry[]> {
  const children = new Map<number, NodeEntry[]>();
  for (const node of nodes) {
    const siblings = children.get(node.parent);
    if (siblings) siblings.push(node);
    else children.set(node.parent, [node]);
  }
  return children;
}

/** Reads the inline content of one block; block children end the run and are read as blocks of their own. */
function createReader(
  texts: ReadonlyMap<number, readonly IndexedRecord[]>,
  children: ReadonlyMap<number, readonly NodeEntry[]>,
) {
  const segments: IndexedRecord[][] = [];
  let run: IndexedRecord[] = [];

  function endRun(): void {
    if (run.length > 1) segments.push(run);
    run = [];
  }

  function take(record: IndexedRecord | undefined): void {
    if (!record) return;
    if (record.treatment === 'masked' || record.output === null) endRun();
    else run.push(record);
  }

  function read(node: NodeEntry, depth: number): void {
    const own = texts.get(node.id) ?? [];
    let next = 0;
    for (const element of children.get(node.id) ?? []) {
      const until = Math.min(own.length, element.textsBefore ?? 0);
      for (; next < until; next += 1) take(own[next]);
      if (!isInline(element) || depth >= maxInlineDepth) endRun();
      else read(element, depth + 1);
    }
    for (; next < own.length; next += 1) take(own[next]);
  }

  return {
    read,
    finish() {
      endRun();
      return segments;
    },
  };
}
