import type { Browser } from 'puppeteer';
import { workerTarget } from '../../scripts/demo/openPanel.ts';

/** Runs a function in the extension's background worker. It must not use anything around it. */
export async function evaluateInWorker<Args extends readonly unknown[], Result>(
  { browser, extensionId }: { readonly browser: Browser; readonly extensionId: string },
  work: (...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result>> {
  const worker = await (await workerTarget(browser, extensionId)).worker();
  if (!worker) throw new Error('The background is not a worker.');
  return (await worker.evaluate(
    work as unknown as (...args: unknown[]) => unknown,
    ...args,
  )) as Awaited<Result>;
}
