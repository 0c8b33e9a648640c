import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FillResult } from '../../page/visitor/createFormFiller.ts';
import { bundlePage } from './bundlePage.ts';
import { openBrowser } from './openScrimPage.ts';

// The filler in an isolated world, as the extension has it: the page sees values and events, and nothing else.

const entry = `
import { meaningsOfFields } from './core/fields/meaningsOfFields.ts';
import { createIdentity } from './core/visitor/createIdentity.ts';
import { createFormFiller } from './page/visitor/createFormFiller.ts';
const filler = createFormFiller({
  document,
  identity: createIdentity({ seed: 5, locale: 'de-DE' }),
  meaningsOf: meaningsOfFields,
  isOurs: (node) => node.id === 'ours',
});
export const fill = () => filler.fill();
`;

let browser: Browser;
let script: string;
beforeAll(async () => {
  [browser, script] = await Promise.all([openBrowser(), bundlePage(entry)]);
});
afterAll(() => browser.close());

async function open(
  html: string,
): Promise<{ readonly page: Page; readonly fill: () => Promise<FillResult> }> {
  const page = await browser.newPage();
  await page.setContent(html, { waitUntil: 'load' });
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const frameId = frameTree.frame.id;
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId });
  const evaluate = async (expression: string): Promise<unknown> => {
    const how = { expression, contextId: executionContextId, returnByValue: true };
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', how);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await evaluate(script);
  return { page, fill: async () => (await evaluate('pageUnderTest.fill()')) as FillResult };
}

const values = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('input,select,textarea')].map((field) => [
        field.id,
        (field as HTMLInputElement).type === 'checkbox' || (field as HTMLInputElement).type === 'radio'
          ? String((field as HTMLInputElement).checked)
          : (field as HTMLInputElement).value,
      ]),
    ),
  );

const form = `<!doctype html><html lang="de"><body><form onsubmit="window.sent = true; return false">
  <label>Vorname <input id="first" autocomplete="given-name"></label>
  <label>E-Mail <input id="mail" type="email"></label>
  <label>Telefon <input id="tel" type="tel" maxlength="13"></label>
  <label>Geburtsdatum <input id="born" type="date" max="2005-01-01"></label>
  <label>Passwort <input id="pass" type="password"></label>
  <label>Kartennummer <input id="card" autocomplete="cc-number"></label>
  <label>Postleitzahl <input id="plz" pattern="\\d{5}" autocomplete="postal-code"></label>
  <label>Land <select id="land" autocomplete="country"><option value="">-</option><option value="1">Polen</option>
    <option value="2">Deutschland</option></select></label>
  <label>Nachricht <textarea id="note"></textarea></label>
  <label><input id="terms" type="checkbox" required> AGB</label>
  <label><input id="news" type="checkbox"> Newsletter</label>
  <input id="r1" type="radio" name="ship" value="a"><input id="r2" type="radio" name="ship" value="b">
  <fieldset disabled><input id="off" autocomplete="email"></fieldset>
  <input id="fixed" autocomplete="email" readonly value="kept">
  <input id="secret" type="hidden" name="email" value="csrf">
  <input id="trap" autocomplete="email" style="position:absolute;left:-9999px">
  <input id="upload" type="file">
  <label>Code <input id="strange" autocomplete="name" pattern="(?=x)y"></label>
  <label>Suche <input id="search" type="search" value="Zelte"></label>
  <button>Senden</button></form></body></html>`;

test('fills what a visitor could fill, each by what it is for, and submits nothing', async () => {
  const { page, fill } = await open(form);
  const result = await fill();
  const now = await values(page);
  expect(now.first).toMatch(/^[A-Z][a-z]{6,}$/);
  expect(now.mail).toMatch(/@example\.org$/);
  expect(now.tel).toMatch(/^030 23125\d{3}$/);
  expect(now.born).toMatch(/^19\d\d-\d\d-\d\d$/);
  expect(now.pass).toMatch(/^Tst!/);
  expect(now.card).toMatch(/^\d{16}$/);
  expect(now.plz).toMatch(/^\d{5}$/);
  expect(now.land).toBe('2');
  expect(now.note).toMatch(/\w{6} \w{6}/);
  expect({ terms: now.terms, news: now.news, r1: now.r1, r2: now.r2 }).toEqual({
    ...{ terms: 'true', news: 'false', r1: 'true', r2: 'false' },
  });
  const kept = { off: '', fixed: 'kept', secret: 'csrf', trap: '', upload: '', strange: '', search: 'Zelte' };
  expect(now).toMatchObject(kept);
  expect(result.skipped.map(({ why }) => why).sort()).toEqual([
    ...['already-filled', 'disabled', 'file', 'hidden', 'hidden', 'not-personal', 'pattern', 'read-only'],
  ]);
  expect(result.filled.length).toBe(11);
  expect(JSON.stringify([result.filled, result.skipped])).not.toContain(now.first);
  expect(result.planted.find(({ kind }) => kind === 'email')?.value).toBe(now.mail);
  expect(await page.evaluate(() => 'sent' in window)).toBe(false);
  await page.close();
});

test('a controlled input takes the value: its framework hears the change', async () => {
  // As React keeps an input: a value of its own on the node, compared when an event comes.
  const { page, fill } =
    await open(`<body><label>Name <input id="name" autocomplete="name"></label><p></p><script>
    const node = document.querySelector('input');
    const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    let tracked = '';
    let state = '';
    const heard = [];
    Object.defineProperty(node, 'value', {
      configurable: true,
      get() { return native.get.call(this); },
      set(next) { tracked = String(next); native.set.call(this, next); },
    });
    for (const type of ['focus', 'input', 'change', 'blur']) node.addEventListener(type, () => heard.push(type));
    document.addEventListener('input', (event) => {
      const now = native.get.call(node);
      if (now !== tracked) { tracked = now; state = now; }
      node.value = state;
      document.querySelector('p').textContent = state + ' ' + heard.join();
    });
  </script></body>`);
  await fill();
  const [value, echo] = await page.evaluate(() => [
    (document.querySelector('input') as HTMLInputElement).value,
    document.querySelector('p')?.textContent,
  ]);
  expect(value).toMatch(/^\w{6,} \w{6,}$/);
  expect(echo).toBe(`${value} focus,input`);
  await page.close();
});

test('reaches open shadow roots, frames and editors; boxes of one code share it; what comes later is filled next', async () => {
  const { page, fill } = await open(`<body>
    <div id="host"><template shadowrootmode="open"><input autocomplete="email"></template></div>
    <iframe srcdoc="<input autocomplete='family-name'>"></iframe>
    <div contenteditable style="min-height:20px"></div><div id="ours" contenteditable style="min-height:20px"></div>
    <p>Verification code ${'<input class="otp" name="otp" maxlength="1" inputmode="numeric">'.repeat(6)}</p></body>`);
  const first = await fill();
  const found = await page.evaluate(() => ({
    shadow: document.querySelector('#host')?.shadowRoot?.querySelector('input')?.value,
    frame: document.querySelector('iframe')?.contentDocument?.querySelector('input')?.value,
    editor: document.querySelector('div[contenteditable]')?.textContent,
    ours: document.querySelector('#ours')?.textContent,
    code: [...document.querySelectorAll('.otp')].map((box) => (box as HTMLInputElement).value).join(''),
  }));
  expect(found.shadow).toMatch(/@example\.org$/);
  expect(found.frame).toMatch(/^[A-Z][a-z]{6,}$/);
  expect(found.editor).toMatch(/\w{6}/);
  expect(found.ours).toBe('');
  expect(found.code).toMatch(/^\d{6}$/);
  expect(first.planted.find(({ kind }) => kind === 'otp')?.value).toBe(found.code);
  expect(first.filled.map(({ path }) => path)).toContain(
    'html > body > div:nth-child(1) >>> #shadow-root > input',
  );
  await page.evaluate(() =>
    document.body.insertAdjacentHTML('beforeend', '<input id="late" autocomplete="tel">'),
  );
  const second = await fill();
  expect(second.filled).toEqual([{ class: 'tel', path: 'html > body > input:nth-child(6)' }]);
  await page.close();
});
