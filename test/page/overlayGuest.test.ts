import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from './bundlePage.ts';
import { openBrowser } from './openScrimPage.ts';
import { serveTestPage } from './serveTestPage.ts';

const entry = `
import { createOverlay } from './page/overlay/createOverlay.ts';
import { createPicker } from './page/picker/createPicker.ts';
globalThis.runEverything = async () => {
  const end = new AbortController();
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const overlay = createOverlay({ document, signal: end.signal, labelFor: () => ({ treatment: 'Masked', rule: '.a' }) });
  const all = [...document.body.querySelectorAll('*')];
  overlay.show(new Map([['masked', all], ['leaking', all], ['excluded', all], ['unknown', all]]));
  overlay.outline(all, 'preview');
  overlay.flash(all[0]);
  await frame();
  const picker = createPicker({ document, overlay, signal: end.signal, describe: () => null,
    onHover() {}, onPick() {}, onLeave() {}, onArmed() {} });
  picker.arm();
  picker.step('child');
  overlay.raise();
  await frame();
  return { end, overlay, picker, frame };
};`;

let browser: Browser;
let code: string;
beforeAll(async () => {
  [browser, code] = await Promise.all([openBrowser(), bundlePage(entry)]);
});
afterAll(() => browser.close());

const html = `<!doctype html><html lang="en"><head><title>t</title></head><body><main><p id="a">text</p>
  <form><input name="attributes"><input name="getBoundingClientRect" id="parentNode"></form></main></body></html>`;

async function open(headers: Record<string, string> = {}): Promise<Page> {
  const page = await serveTestPage(browser, { '/': { body: html, headers } });
  return page;
}

describe('as a guest, the overlay', () => {
  it('leaves the document byte for byte as it was', async () => {
    const page = await open();
    await page.evaluate(code);
    const [before, after] = (await page.evaluate(`(async () => {
      const before = document.documentElement.outerHTML;
      const { end, frame } = await runEverything();
      end.abort();
      await frame();
      return [before, document.documentElement.outerHTML];
    })()`)) as string[];
    expect(after).toBe(before);
  });

  it("shows the page's observers its coming and going and nothing else", async () => {
    const page = await open();
    await page.evaluate(code);
    const seen = (await page.evaluate(`(async () => {
      const seen = [];
      const note = (list) => { for (const one of list) seen.push([one.type, one.target.localName,
        one.addedNodes.length, one.removedNodes.length].join(' ')); };
      new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      const { end, frame } = await runEverything();
      end.abort();
      await frame();
      return seen;
    })()`)) as string[];
    expect(seen).toEqual(['childList html 1 0', 'childList html 0 1']);
  });

  it('causes no report under a policy that denies everything', async () => {
    const page = await open({
      'content-security-policy':
        "default-src 'none'; style-src 'none'; frame-src 'none'; img-src 'none'; worker-src 'none'; connect-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    });
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    await page.evaluate(`globalThis.reports = [];
      document.addEventListener('securitypolicyviolation', (event) => reports.push(event.violatedDirective));
      new ReportingObserver((list) => reports.push(...list.map((one) => one.type)), { buffered: true }).observe();`);
    // A page's own violation is seen, so silence below means something.
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('img'), { src: 'x.png' }))`,
    );
    await page.waitForFunction('reports.includes("img-src")');
    await page.evaluate('reports.length = 0; document.querySelector("img").remove()');
    problems.length = 0;
    await page.evaluate(code);
    const drawn = await page.evaluate(
      `(async () => { const { overlay, frame } = await runEverything(); await frame(); return overlay.drawn().length; })()`,
    );
    expect(drawn).toBeGreaterThan(0);
    expect(await page.evaluate('reports')).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('adds nothing to the page that a script can name', async () => {
    const page = await open();
    await page.evaluate(code);
    const [added, framesSeen, root] = (await page.evaluate(`(async () => {
      const before = new Set(Object.getOwnPropertyNames(window));
      const { overlay } = await runEverything();
      return [Object.getOwnPropertyNames(window).filter((name) => !before.has(name)), window.length, overlay.host.shadowRoot];
    })()`)) as [string[], number, unknown];
    expect([added, framesSeen, root]).toEqual([[], 0, null]);
  });

  it('cannot be faded out, hidden or moved by the page', async () => {
    const page = await open();
    await page.evaluate(code);
    const style = await page.evaluate(`(async () => {
      const { overlay } = await runEverything();
      const sheet = document.createElement('style');
      sheet.textContent = '* { opacity: 0 !important; display: none !important; transform: scale(0) !important; inset: 50px !important }';
      document.head.append(sheet);
      const { opacity, display, transform, left } = getComputedStyle(overlay.host);
      return [opacity, display, transform, left];
    })()`);
    expect(style).toEqual(['1', 'block', 'none', '0px']);
  });

  it('gives up a host the page has changed, and comes back as another', async () => {
    const page = await open();
    await page.evaluate(code);
    const same = await page.evaluate(`(async () => {
      const { overlay, frame } = await runEverything();
      const first = overlay.host;
      first.setAttribute('inert', '');
      await frame();
      return [overlay.host === first, overlay.host.isConnected, first.isConnected, overlay.host.matches(':popover-open')];
    })()`);
    expect(same).toEqual([false, true, false, true]);
  });

  it('goes back to the top layer when the page takes it out', async () => {
    const page = await open();
    await page.evaluate(code);
    await page.evaluate(
      `runEverything().then((all) => { globalThis.all = all; all.overlay.host.hidePopover(); })`,
    );
    await page.waitForFunction(`all.overlay.host.matches(':popover-open')`);
  });

  it('does nothing once its signal is aborted', async () => {
    const page = await open();
    await page.evaluate(code);
    const connected = await page.evaluate(`(async () => {
      const { end, overlay, picker, frame } = await runEverything();
      end.abort();
      overlay.show(new Map([['masked', [document.body]]]));
      overlay.outline([document.body], 'hover');
      overlay.flash(document.body);
      picker.arm();
      await frame();
      return [overlay.host.isConnected, overlay.drawn().length, picker.state().armed];
    })()`);
    expect(connected).toEqual([false, 0, false]);
  });
});
