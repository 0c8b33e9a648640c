import type { CaptureScan } from './captureScan.ts';

/** One message of a recording that is handed over in parts, as JSON. Those of a document come in order. */
export interface ShippedPart {
  /** Of the document: made anew for each. */
  readonly id: string;
  readonly url: string;
  readonly first?: CaptureScan;
  /** What came since the message before; indexes continue those of the lists so far. */
  readonly late?: Pick<CaptureScan, 'nodes' | 'decisions' | 'records' | 'fields' | 'uninspected'>;
}
