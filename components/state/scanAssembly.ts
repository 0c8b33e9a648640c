import type { IndexedRecord, NodeEntry } from '../../core/capture/captureRecord.ts';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import type { FieldFacts } from '../../core/fields/fieldFacts.ts';
import type { PageToPanel } from '../../core/protocol.ts';

export interface ScanAssembly {
  /** Forgets what came in and waits for the parts of this scan only. */
  begin(scanId: number): void;
  part(body: PageToPanel['scan/part']): void;
  /** The finished scan, or null when it is not the one that is waited for. */
  finish(body: PageToPanel['scan/done']): CaptureScan | null;
}

/** Puts a scan together again: it crosses from the page in parts of bounded size. */
export function createScanAssembly(): ScanAssembly {
  let waitingFor = -1;
  let nodes: NodeEntry[] = [];
  let records: IndexedRecord[] = [];
  let fields: FieldFacts[] = [];

  function begin(scanId: number): void {
    waitingFor = scanId;
    nodes = [];
    records = [];
    fields = [];
  }

  return {
    begin,
    part(body) {
      if (body.scanId !== waitingFor) return;
      for (const node of body.nodes) nodes.push(node);
      for (const record of body.records) records.push(record);
      for (const field of body.fields) fields.push(field);
    },
    finish(body) {
      if (body.scanId !== waitingFor) return null;
      const scan = { ...body.scan, nodes, records, fields };
      begin(-1);
      return scan;
    },
  };
}
