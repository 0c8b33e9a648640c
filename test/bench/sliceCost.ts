import type { Page } from 'puppeteer';
import type { SliceRequest } from './benchPage.ts';

/** Milliseconds of processor time of the tasks that a scan runs in. */
export interface SliceCost {
  readonly slices: number;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of wall time and of processor time. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Shorter tasks are the page's own. */
const leastMicroseconds = 4000;

/**
 * How long the page waits for one slice of a scan. From the browser's trace and in processor time: on a busy machine
 * the clock of the page counts other programs too.
 */
export async function measureSlices(page: Page, request: SliceRequest): Promise<SliceCost> {
  await page.tracing.start({ categories: ['toplevel', '__metadata'] });
  await page.evaluate(`scrimBench.slices(${JSON.stringify(request)})`);
  const trace = await page.tracing.stop();
  if (!trace) throw new Error('the browser wrote no trace');
  const { traceEvents } = JSON.parse(Buffer.from(trace).toString()) as { traceEvents: TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const main = new Set(traceEvents.filter(({ args }) => args?.name === 'CrRendererMain').map(thread));
  const costs = traceEvents
    .filter((event) => event.ph === 'X' && event.name.includes('RunTask') && main.has(thread(event)))
    .filter(({ dur }) => (dur ?? 0) > leastMicroseconds)
    .map(({ tdur }) => (tdur ?? Number.NaN) / 1000)
    .toSorted((a, b) => a - b);
  const at = (part: number): number => costs[Math.floor(part * (costs.length - 1))] ?? Number.NaN;
  return { slices: costs.length, p50: at(0.5), p95: at(0.95), longest: at(1) };
}
