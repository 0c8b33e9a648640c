import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelHooks } from '../../scripts/demo/panelHooks.ts';
import { pointAtElement } from '../../scripts/demo/pointAtElement.ts';
import { press } from '../../scripts/demo/press.ts';
import { launchChromium } from '../../scripts/launchChromium.ts';
import { createPanelSteps } from './createPanelSteps.ts';
import { openScene, type Scene } from './openScene.ts';
import { openSpiedPage, type Sighting, type SpiedPage } from './openSpiedPage.ts';
import { type PageServer, servePages } from './servePages.ts';
import { breakPolicy, stillPage, strictPage } from './stillPages.ts';

let pages: PageServer;
let scene: Scene;

beforeAll(async () => {
  pages = await servePages({ '/static.html': stillPage, '/strict.html': strictPage });
  scene = await openScene();
});

afterAll(async () => {
  await scene?.close();
  await pages?.close();
});

/** Everything the panel does to a page: scan, overlay, picker, match outlines, draft scan, replay; then it closes. */
async function useAndClose(page: Page, whileOpen: (panel: Page) => Promise<void>): Promise<void> {
  const panel = await scene.openPanel(page);
  const { x, y } = await pointAtElement({ page, panel, target: '.person span' });
  await panel.waitForSelector('.picker-target');
  await page.mouse.click(x, y);
  await panel.waitForSelector(panelHooks.editor);
  await panel.waitForSelector('ul.effect');
  await press(panel, '[data-action="cancel-edit"]');
  const steps = createPanelSteps(panel);
  await steps.view('replay');
  await panel.waitForSelector('iframe');
  await steps.view('leaks');
  await press(panel, `${panelHooks.leak} [data-action="show"]`);
  await whileOpen(panel);
  await panel.close();
  // Asked from outside: a function that waits inside would leave puppeteer's own globals in the page.
  await expect.poll(() => page.evaluate(() => document.documentElement.children.length)).toBe(2);
}

describe('a page on which nobody pressed the button', () => {
  let spied: SpiedPage;
  let control: Sighting;

  beforeAll(async () => {
    const plain = await launchChromium({ headless: true });
    control = await (await openSpiedPage(plain, `${pages.url}/static.html`)).look();
    await plain.close();
    spied = await openSpiedPage(scene.browser, `${pages.url}/static.html`);
  });

  it('is the same as in a browser without the extension: elements, attributes and globals', async () => {
    expect(await spied.look()).toEqual(control);
  });

  it('cannot load a file of the extension to find out that it is there', async () => {
    const loaded = await spied.page.evaluate(
      (id) =>
        Promise.allSettled(
          ['page.js', 'icon/16.png', 'manifest.json', 'sidepanel.html'].map((file) =>
            fetch(`chrome-extension://${id}/${file}`, { mode: 'no-cors' }),
          ),
        ).then((results) => results.map(({ status }) => status)),
      scene.extensionId,
    );
    expect(loaded).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
  });
});

describe('a page under the open panel', () => {
  it('has one more child of its root element, and not one changed attribute, text or global', async () => {
    const spied = await openSpiedPage(scene.browser, `${pages.url}/static.html`);
    const before = await spied.look();
    await useAndClose(spied.page, async () => {
      const during = await spied.look();
      expect(during.globals).toEqual(before.globals);
      expect(during.mutations.length).toBeGreaterThan(0);
      for (const mutation of during.mutations)
        expect(mutation).toMatch(/^childList HTML (\+[A-Z]+-[A-Z]+ -|\+ -[A-Z]+-[A-Z]+)$/);
    });
    const after = await spied.look();
    expect(after.html).toBe(before.html);
    expect(after.globals).toEqual(before.globals);
  });
});

describe('a page that forbids everything', () => {
  it('gets no report of a violation from anything Scrim does', async () => {
    const spied = await openSpiedPage(scene.browser, `${pages.url}/strict.html`);
    const before = await spied.look();
    await useAndClose(spied.page, async (panel) => {
      expect(await panel.$$(panelHooks.leak)).not.toHaveLength(0);
    });
    const after = await spied.look();
    expect(after.html).toBe(before.html);
    expect(after.violations).toEqual([]);
    expect(pages.posted).toEqual([]);
    await breakPolicy(spied.page);
    await expect.poll(async () => (await spied.look()).violations.length).toBeGreaterThan(0);
    await expect.poll(() => pages.posted.length).toBeGreaterThan(0);
  });
});
