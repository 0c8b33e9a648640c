import puppeteer, { type Browser } from 'puppeteer';
import { defaultViewport } from './browser/setPage.ts';
import { printable } from './printable.ts';

const connectTimeout = 30_000;

/** A browser that runs elsewhere: browserless, a Selenium Grid, Chrome in a cluster. Nothing of it is ours but our own contexts. */
export async function connectBrowser(endpoint: string): Promise<Browser> {
  const connected = puppeteer.connect({ browserWSEndpoint: endpoint, defaultViewport });
  const late = new AbortController();
  try {
    return await Promise.race([connected, rejectAfter(connectTimeout, late.signal)]);
  } catch (error) {
    // The address may hold a token: only where it points is said.
    const { host } = new URL(endpoint);
    const said = error instanceof Error ? error.message.replaceAll(endpoint, host) : '';
    const why = said === '' ? 'check the address, and that the browser runs' : printable(said);
    throw new Error(`no browser answers at ${host}: ${why}`, { cause: error });
  } finally {
    late.abort();
  }
}

function rejectAfter(milliseconds: number, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}
