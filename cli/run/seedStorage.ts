import type { BrowserContext } from 'puppeteer';

/** Puts entries into the local storage of an origin, in an empty page that no server is asked for. */
export async function seedStorage(
  context: BrowserContext,
  origin: string,
  entries: readonly { readonly name: string; readonly value: string }[],
): Promise<void> {
  const page = await context.newPage();
  try {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const answer = request.respond({ status: 200, contentType: 'text/html', body: '<!doctype html>' });
      answer.catch((error: unknown) => {
        // The page was closed meanwhile.
        if (!(error instanceof Error)) throw error;
      });
    });
    await page.goto(`${origin}/`, { timeout: 10_000 });
    await page.evaluate((all) => {
      for (const { name, value } of all) localStorage.setItem(name, value);
    }, entries);
  } finally {
    await page.close();
  }
}
