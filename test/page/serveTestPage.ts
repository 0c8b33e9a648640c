import type { Browser, Page } from 'puppeteer';

export interface TestPageFiles {
  /** Path to body; `/` is the page itself. Other origins are other host names. */
  readonly [url: string]: { readonly body: string; readonly headers?: Record<string, string> };
}

export const testOrigin = 'http://shop.test';

/** Opens `/` of an origin that exists only in this page: every request is answered from `files`, or refused. */
export async function serveTestPage(browser: Browser, files: TestPageFiles): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 800, height: 600 });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const url = new URL(request.url());
    const file = files[url.pathname] ?? files[url.href];
    if (!file) return void request.abort();
    void request.respond({
      status: 200,
      contentType: 'text/html; charset=utf-8',
      body: file.body,
      ...(file.headers ? { headers: file.headers } : {}),
    });
  });
  await page.goto(`${testOrigin}/`);
  return page;
}
