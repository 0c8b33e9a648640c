import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/launchChromium.ts';
import { type ShopServer, serveShop } from '../../scripts/serveShop.ts';
import { demoOrg } from '../../server/demoOrg.ts';

let browser: Browser;
let shop: ShopServer;
let account: Page;
const outside: string[] = [];

beforeAll(async () => {
  shop = await serveShop();
  browser = await launchChromium({ headless: true });
  account = await browser.newPage();
  account.on('request', (request) => {
    const url = request.url();
    // The browser's own pictures in form controls come as data.
    if (url.startsWith('data:')) return;
    if (!url.startsWith(shop.url) && !url.startsWith(shop.paymentsUrl)) outside.push(url);
  });
  await account.goto(`${shop.url}/account.html`);
});

afterAll(async () => {
  await browser?.close();
  await shop?.close();
});

/** How many elements of the account or checkout page a selector matches. */
async function matches(selector: string): Promise<number> {
  const checkout = await browser.newPage();
  await checkout.goto(`${shop.url}/checkout.html`);
  const counts = await Promise.all([account, checkout].map(async (page) => (await page.$$(selector)).length));
  await checkout.close();
  return counts.reduce((sum, count) => sum + count, 0);
}

describe('the demo shop', () => {
  it.each(demoOrg.rules.filter((rule) => rule.selector !== '.order-note-v2').map((rule) => rule.selector))(
    'has something for the rule %s',
    async (selector) => {
      expect(await matches(selector)).toBeGreaterThan(0);
    },
  );

  it('has outgrown the rule for order notes: the class was renamed', async () => {
    expect(await matches('.order-note-v2')).toBe(0);
    expect(await account.$eval('.order-note-v3', (note) => note.textContent)).toMatch(/@example\.com/);
  });

  it.each(['.phone-line', '.order-note-v3', '[title*="@"]', '[data-customer-email]', 'a[href*="@"]'])(
    'leaves %s to no rule at all',
    async (selector) => {
      const rules = demoOrg.rules.map((rule) => rule.selector);
      const covered = await account.$eval(
        selector,
        (found, all) => all.filter((rule) => found.closest(rule)),
        rules,
      );
      // The row with the customer's e-mail stands in no rule's element either: rules hit its cells.
      expect(covered).toEqual([]);
    },
  );

  it('keeps an e-mail in an open shadow root', async () => {
    const text = await account.$eval('support-chat', (chat) => chat.shadowRoot?.textContent ?? '');
    expect(text).toContain('avery.private@example.com');
  });

  it('shows an account number in a frame of its own origin, and a wallet in one of another', async () => {
    const invoice = account.frames().find((frame) => frame.url().endsWith('/invoice.html'));
    expect(await invoice?.$eval('.refund-account', (cell) => cell.textContent)).toContain('DE89');
    const readable = await account.$$eval('iframe', (frames) =>
      frames.map((frame) => frame.contentDocument !== null),
    );
    expect(readable).toEqual([true, false]);
  });

  it('shows the advisor only after the page has settled', async () => {
    const late = await browser.newPage();
    // Asked inside the page at its load event: from outside, the answer could come after the widget.
    await late.evaluateOnNewDocument(() => {
      addEventListener('load', () => {
        document.documentElement.dataset.advisorAtLoad = String(
          document.querySelector('.advisor-contact') !== null,
        );
      });
    });
    await late.goto(`${shop.url}/account.html`, { waitUntil: 'load' });
    const contact = await late.waitForSelector('.advisor-contact');
    expect(await contact?.evaluate((line) => line.textContent)).toContain('june.park@example.com');
    expect(await late.$eval('html', (html) => html.dataset.advisorAtLoad)).toBe('false');
    await late.close();
  });

  it('asks nothing of a network', () => {
    expect(outside).toEqual([]);
  });
});
