import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScrim, type Matchers, scrimMatchers } from '../../cli/library/test.ts';
import { buildPageScript } from '../../scripts/buildPageScript.ts';
import { openBrowser } from './openScrimPage.ts';

let browser: Browser;
let matchers: Matchers;
beforeAll(async () => {
  [browser] = await Promise.all([openBrowser(), buildPageScript()]);
  matchers = scrimMatchers(await createScrim({ recorder: 'fullstory' }));
});
afterAll(() => browser.close());

async function open(html: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(html);
  return page;
}

const html = `<body><p id="mail">jane.roe@example.com</p><p id="hidden" class="fs-mask">Jane Roe</p>
  <p id="out" class="fs-exclude">Jane Roe <b>4242 4242 4242 4242</b></p><div id="empty"></div>
  <div id="frame" class="fs-mask"><iframe src="http://127.0.0.1:9/"></iframe></div></body>`;

test('a page that would be recorded with somebody s data fails, with element, reason and mend', async () => {
  const page = await open(html);
  const { pass, message } = await matchers.toCaptureNoPII(page);
  expect(pass).toBe(false);
  expect(message()).toContain('text: html > body > p:nth-child(1)');
  expect(message()).toContain('No rule matches it');
  expect(message()).toContain('To close it: mask it, or have a developer write');
  expect(message()).toContain('not inspected');
  expect(message()).not.toContain('jane.roe');
  await page.close();
});

test('a page without anybody s data passes', async () => {
  const page = await open('<body><p>Tents and lanterns</p></body>');
  expect((await matchers.toCaptureNoPII(page)).pass).toBe(true);
  await page.close();
});

test('an element is masked, is not, or it is not known', async () => {
  const page = await open(html);
  const of = (selector: string) => matchers.toBeMaskedInReplay(page, selector);
  expect((await of('#hidden')).pass).toBe(true);
  expect((await of('#out')).pass).toBe(true);
  const shown = await of('#mail');
  expect(shown.pass).toBe(false);
  expect(shown.message()).toContain('Recorded: text: html > body > p:nth-child(1)');
  expect(shown.message()).not.toContain('jane.roe');
  expect((await of('#empty')).pass).toBe(false);
  await expect(of('#frame')).rejects.toThrow('Unknown whether it is recorded');
  await expect(of('#nothing')).rejects.toThrow('No element matches #nothing');
  await expect(of('p:::')).rejects.toThrow('p:::');
  await page.close();
});

test('what comes after the look is not said to be masked', async () => {
  const scrim = await createScrim({ recorder: 'fullstory' });
  const page = await open(html);
  const scanned = await scrim.scan(page);
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<i id="late">Jane Roe</i>'));
  await expect(matchers.toBeMaskedInReplay(scanned, '#late')).rejects.toThrow('Unknown');
  await page.close();
});
