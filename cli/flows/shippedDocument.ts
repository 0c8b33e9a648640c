import type { CaptureScan } from '../../core/capture/captureScan.ts';
import type { ShippedPart } from '../../core/capture/shippedPart.ts';

/** One document whose recording comes in parts. */
export interface ShippedDocument {
  /** Its number among the flow's documents. */
  readonly document: number;
  add(part: ShippedPart): void;
  /** What came since the last time, as a scan of its own; the first time with the first look. Null: nothing came. */
  take(): CaptureScan | null;
  /** Whether it was there and nobody ever looked at it. Said once. */
  isUnseen(): boolean;
  /** It is gone: what later parts would refer to is not needed any more. */
  forget(): void;
}

const names = ['nodes', 'decisions', 'fields', 'records', 'uninspected'] as const;
type Lists = { [K in (typeof names)[number]]: CaptureScan[K][number][] };

/** Indexes of later parts continue those of the lists before them, so those are kept as long as parts may come. */
export function createShippedDocument(document: number): ShippedDocument {
  let first: CaptureScan | undefined;
  let known = emptyLists();
  let fresh = emptyLists();
  let isTaken = false;
  let isTold = false;
  let url = '';

  function add(part: ShippedPart): void {
    url = part.url;
    // A document that was left before its first look and came back is looked at again.
    first ??= part.first;
    const added = part.first ?? part.late;
    if (added) extend(fresh, added);
  }

  function take(): CaptureScan | null {
    if (!first || isEmpty(fresh)) return null;
    const { records, uninspected } = fresh;
    extend(known, { ...fresh, records: [], uninspected: [] });
    const touched = new Set(records.filter(({ channel }) => channel === 'value').map(({ node }) => node));
    const spoken = new Set(fresh.fields);
    const fields = known.fields.filter((field) => spoken.has(field) || touched.has(field.node));
    const { nodes, decisions } = known;
    const lists = { nodes: [...nodes], decisions: [...decisions], records, uninspected, fields };
    const scan = { ...first, url: isTaken ? url : first.url, ...lists };
    isTaken = true;
    fresh = emptyLists();
    return scan;
  }

  return {
    document,
    add,
    take,
    isUnseen() {
      const isNew = first === undefined && !isTold && url !== 'about:blank';
      isTold = true;
      return isNew;
    },
    forget() {
      if (isTaken) known = emptyLists();
    },
  };
}

function emptyLists(): Lists {
  return { nodes: [], decisions: [], fields: [], records: [], uninspected: [] };
}

/** One by one: thousands of small parts come, and large ones are too many arguments for one call. */
function extend(lists: Lists, added: Pick<CaptureScan, (typeof names)[number]>): void {
  for (const name of names) {
    const list: unknown[] = lists[name];
    for (const entry of added[name]) list.push(entry);
  }
}

function isEmpty({ records, uninspected, nodes }: Lists): boolean {
  return records.length + uninspected.length + nodes.length === 0;
}
