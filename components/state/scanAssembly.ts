import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { type ScanList, scanLists } from '../../core/capture/chunkScan.ts';
import type { PageToPanel } from '../../core/protocol.ts';

export interface ScanAssembly {
  /** Forgets what came in and waits for the parts of this scan only. */
  begin(scanId: number): void;
  part(body: PageToPanel['scan/part']): void;
  /** The finished scan; null when it is not the one that is waited for, or a part of it did not arrive. */
  finish(body: PageToPanel['scan/done']): CaptureScan | null;
}

type Lists = Record<ScanList, unknown[]>;

/** Puts a scan together again: it crosses from the page in parts of bounded size. */
export function createScanAssembly(): ScanAssembly {
  let waitingFor = -1;
  let received = 0;
  let lists = emptyLists();

  function begin(scanId: number): void {
    waitingFor = scanId;
    received = 0;
    lists = emptyLists();
  }

  return {
    begin,
    part({ scanId, part }) {
      if (scanId !== waitingFor) return;
      received += 1;
      for (const list of scanLists) {
        // One by one: a part holds thousands of items, more than a call takes as arguments everywhere.
        for (const item of part[list] ?? []) lists[list].push(item);
      }
    },
    finish({ scanId, head, parts }) {
      if (scanId !== waitingFor) return null;
      // Named one by one: what else a page may have put there is no word of a page.
      const { profile, url, lang } = head;
      const scan = received === parts ? ({ profile, url, lang, ...lists } as CaptureScan) : null;
      begin(-1);
      return scan;
    },
  };
}

function emptyLists(): Lists {
  return Object.fromEntries(scanLists.map((list) => [list, []])) as unknown as Lists;
}
