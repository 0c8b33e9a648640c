import type { Page } from 'puppeteer';
import type { ServedPage } from './servePages.ts';

/** A page without a script of its own: nothing on it moves by itself. */
export const stillPage: ServedPage = {
  body: `<!doctype html><html lang="en"><head><title>Nothing moves here</title></head><body>
<h1>Contact</h1><p class="person">Write to <span>jane.doe@example.com</span></p>
<form><label>Phone <input name="phone" type="tel" value="+1 212 555 0142"></label></form></body></html>`,
};

/** The same page with a policy that forbids everything and reports what is tried. */
export const strictPage: ServedPage = {
  ...stillPage,
  headers: {
    'content-security-policy': [
      "default-src 'none'",
      "style-src 'none'",
      // Firefox asks for it by itself, for every page, and would report itself.
      'img-src http://127.0.0.1:*/favicon.ico',
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
      'report-uri /reports',
    ].join('; '),
  },
};

/** Does what the strict page forbids, as a script of the page: the proof that somebody looks. */
export async function breakPolicy(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector('h1')?.setAttribute('style', 'color: red'));
}
