import type { IndexedRecord, NodeEntry } from '../../core/capture/captureRecord.ts';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { Possible } from '../../core/treatment/treatment.ts';

/** A scan's records sorted by element: what a rebuild walks through. */
export interface ScanTree {
  readonly root: NodeEntry | undefined;
  childrenOf(node: number): readonly NodeEntry[];
  attributesOf(node: number): readonly IndexedRecord[];
  textsOf(node: number): readonly IndexedRecord[];
  stylesOf(node: number): readonly IndexedRecord[];
  valueOf(node: number): IndexedRecord | undefined;
  isChecked(node: number): boolean;
  /** The element and all below it leave nothing but a striped box. */
  isExcluded(node: number): boolean;
}

export function indexScan(scan: CaptureScan): ScanTree {
  const children = groupBy(scan.nodes, (entry) => entry.parent);
  const replayed = scan.records.filter(
    (record) => record.stream === 'replay' && record.moment === 'snapshot',
  );
  const on = (channel: IndexedRecord['channel']) =>
    groupBy(
      replayed.filter((record) => record.channel === channel),
      (record) => record.node,
    );
  const attributes = on('attribute');
  const texts = on('text');
  const styles = on('style');
  const values = on('value');
  const excluded = new Set(
    scan.nodes
      .filter((entry) => scan.decisions[entry.decision]?.possible === Possible.excluded)
      .map((entry) => entry.id),
  );
  return {
    root: scan.nodes.find((entry) => entry.parent === -1),
    childrenOf: (node) => children.get(node) ?? [],
    attributesOf: (node) => attributes.get(node) ?? [],
    textsOf: (node) => texts.get(node) ?? [],
    stylesOf: (node) => styles.get(node) ?? [],
    valueOf: (node) => values.get(node)?.find((record) => record.name === undefined),
    isChecked: (node) =>
      values.get(node)?.some((record) => record.name === 'checked' && record.output !== null) ?? false,
    isExcluded: (node) => excluded.has(node),
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
