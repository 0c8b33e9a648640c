import type { CaptureScan } from '../../core/capture/captureScan.ts';
import type { ShippedPart } from '../../core/capture/shippedPart.ts';
import type { PageRecording } from './recordPage.ts';

export interface Shipper {
  first(scan: CaptureScan): void;
  /** Tells what the recording wrote down since the last time, if anything. */
  late(recording: PageRecording | undefined): void;
}

export interface ShipperOptions {
  readonly recording: () => PageRecording | undefined;
  /** For a document that is left before it was looked at: done in one go then. */
  readonly lookNow: () => Generator<number, CaptureScan>;
}

/**
 * Tells a recording as it is written down, to a function that only this world has: while another document is under way to
 * take its place a page can tell, and cannot be asked.
 *
 * @param name of the function; undefined, or nobody has put it there: nothing is told
 */
export function createShipper(
  name: string | undefined,
  signal: AbortSignal,
  { recording, lookNow }: ShipperOptions,
): Shipper | undefined {
  const tell: unknown = name && Reflect.get(globalThis, name);
  if (typeof tell !== 'function') return undefined;
  const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
  const ship = (part: Omit<ShippedPart, 'id' | 'url'>): void =>
    void tell(JSON.stringify({ id, url: document.location.href, ...part }));
  const late = (known: PageRecording | undefined): void => {
    if (known?.hasLate()) ship({ late: known.take() });
  };
  const leave = (): void => {
    const known = recording();
    if (known) late(known);
    else ship({ first: inOneGo(lookNow()) });
  };
  window.addEventListener('beforeunload', leave, { signal });
  ship({});
  return { first: (scan) => ship({ first: scan }), late };
}

function inOneGo<T>(work: Generator<number, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
