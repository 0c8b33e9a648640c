import type { PlannedLook } from '../../core/check/plannedLook.ts';
import { notLoadedReport } from '../../core/report/notLoadedReport.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import { BrowserLost } from '../browser/browserLost.ts';
import { BrowserUnavailable } from '../browser/browserUnavailable.ts';
import { PageNotLoaded } from '../pageNotLoaded.ts';
import { createLookQueue, type LookQueueOptions, type NumberedLook } from './createLookQueue.ts';

export interface RunLooksOptions {
  readonly looks: readonly NumberedLook[];
  readonly workers: number;
  /** How often a look that failed is taken again. */
  readonly retries: number;
  /** Whose pages may not come too fast: a host. Absent: nobody's. */
  readonly hostOf: (look: PlannedLook) => string | undefined;
  /** What reports call the page of a look. */
  readonly nameOf: (look: PlannedLook) => string;
  /** Milliseconds between two pages of a host. */
  readonly delayOf: (host: string) => number;
  /** Nothing more is begun once it is aborted, and what is under way is given up. */
  readonly signal: AbortSignal;
  /** @throws PageNotLoaded, BrowserLost, BrowserUnavailable */
  readonly take: (look: PlannedLook) => Promise<readonly PageReport[]>;
  /** Told once for each look, in whatever order they end. */
  readonly taken: (at: number, reports: readonly PageReport[]) => Promise<void>;
}

/**
 * Takes every look with several tabs at once. What failed is taken again after all others; what was open when a browser
 * died is taken again by itself at the very end, so that a page that ends browsers takes no other page with it.
 */
export async function runLooks(options: RunLooksOptions): Promise<void> {
  const { looks, workers, retries, signal } = options;
  const failed: NumberedLook[] = [];
  const lost: NumberedLook[] = [];
  const ready = new Map<string, number>();
  let unavailable: string | undefined;

  /** @param last whether it is reported now when it fails */
  async function attempt({ at, look }: NumberedLook, last: boolean): Promise<void> {
    const said = await outcome(look);
    if (said === 'stopped') return;
    if (!(said instanceof PageNotLoaded)) return options.taken(at, said);
    if (last) return options.taken(at, [notLoadedReport(options.nameOf(look), said.message, look.step)]);
    (said instanceof BrowserLost ? lost : failed).push({ at, look });
  }

  async function outcome(look: PlannedLook): Promise<readonly PageReport[] | PageNotLoaded | 'stopped'> {
    if (look.notInspected !== undefined) return new PageNotLoaded(look.notInspected);
    if (unavailable !== undefined) return new PageNotLoaded(unavailable);
    const stop = stopped(signal);
    try {
      return await Promise.race([options.take(look), stop.promise]);
    } catch (error) {
      if (signal.aborted) return 'stopped';
      if (error instanceof BrowserUnavailable) unavailable = error.message;
      if (error instanceof PageNotLoaded) return error;
      if (error instanceof BrowserUnavailable) return new PageNotLoaded(error.message);
      throw error;
    } finally {
      stop.end();
    }
  }

  /** What is known beforehand is not tried again. */
  const isLast = (look: PlannedLook, round: number) =>
    round === retries || look.notInspected !== undefined || unavailable !== undefined;

  let waiting = looks;
  for (let round = 0; round <= retries && waiting.length > 0; round += 1) {
    await sideBySide(waiting, workers, { ...options, ready }, (one) => attempt(one, isLast(one.look, round)));
    waiting = failed.splice(0);
  }
  await sideBySide(lost.splice(0), 1, { ...options, ready }, (one) => attempt(one, true));
}

async function sideBySide(
  looks: readonly NumberedLook[],
  workers: number,
  { hostOf, delayOf, ready, signal }: Pick<LookQueueOptions, 'hostOf' | 'delayOf' | 'ready' | 'signal'>,
  work: (one: NumberedLook) => Promise<void>,
): Promise<void> {
  const queue = createLookQueue({ looks, hostOf, delayOf, ready, signal });
  const worker = async (): Promise<void> => {
    for (let one = await queue.next(); one; one = await queue.next()) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(workers, looks.length) }, worker));
}

/** Resolves when the run is stopped. `end` lets go of the signal. */
function stopped(signal: AbortSignal): { readonly promise: Promise<'stopped'>; end(): void } {
  const life = new AbortController();
  const promise = new Promise<'stopped'>((resolve) => {
    if (signal.aborted) resolve('stopped');
    else signal.addEventListener('abort', () => resolve('stopped'), { once: true, signal: life.signal });
  });
  return { promise, end: () => life.abort() };
}
