// `npm run screenshots`: the pictures of docs/images, taken of the real extension on the demo shop.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { buildExtension } from './buildExtension.ts';
import { composeOverview } from './composeOverview.ts';
import { connectExtension } from './demo/connectExtension.ts';
import { draftMask } from './demo/draftMask.ts';
import { openPanel } from './demo/openPanel.ts';
import { panelHooks } from './demo/panelHooks.ts';
import { pointAtElement } from './demo/pointAtElement.ts';
import { startDemoServer } from './demo/startDemoServer.ts';
import { readVerdict } from './demo/writeEvidence.ts';
import { launchChromium } from './launchChromium.ts';
import { projectRoot } from './projectRoot.ts';
import { serveShop } from './serveShop.ts';
import { shrinkPng } from './shrinkPng.ts';

type Theme = 'light' | 'dark';

interface Scene {
  readonly browser: Browser;
  readonly page: Page;
  readonly panel: Page;
}

const folder = join(projectRoot, 'docs', 'images');
const size = { page: 1040, panel: 360, height: 800 };
/** Sharp on the screens that most people have. */
const deviceScaleFactor = 2;
/** Pictures in a repository are loaded by everybody who opens it. */
const maxBytes = 200_000;
/** The element whose leak is mended: the phone number nobody wrote a rule for. */
const forgotten = '.phone-line';
/** What the shop shows last. */
const lateWidget = '.advisor-contact';

async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const opened: (() => Promise<void>)[] = [];
  try {
    const shop = await serveShop();
    opened.push(shop.close);
    const server = await startDemoServer(console.log);
    opened.push(server.close);
    const extensionDir = await buildExtension('chrome');
    const browser = await launchChromium({ headless: true, extensionDir, log: console.log });
    opened.push(() => browser.close());
    await connectExtension(browser, server);
    await takeAll(await openScene(browser, `${shop.url}/account.html`));
  } finally {
    for (const close of opened.toReversed()) await close();
  }
}

async function openScene(browser: Browser, url: string): Promise<Scene> {
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.setViewport({ width: size.page, height: size.height, deviceScaleFactor });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForSelector(lateWidget);
  const panel = await openPanel(browser, page);
  await panel.setViewport({ width: size.panel, height: size.height, deviceScaleFactor });
  await useTheme(panel, 'light');
  await readVerdict(panel);
  return { browser, page, panel };
}

async function takeAll(scene: Scene): Promise<void> {
  const { page, panel } = scene;
  await save('page-light', await page.screenshot());
  for (const theme of ['light', 'dark'] as const) {
    await useTheme(panel, theme);
    await save(`panel-leaks-${theme}`, await shoot(panel));
    await save(`overview-${theme}`, await overview(scene, theme));
  }
  await useTheme(panel, 'light');
  await panel.locator(panelHooks.rulesView).click();
  await save('panel-rules-light', await shoot(panel));
  await panel.locator(panelHooks.replayView).click();
  await save('panel-replay-light', await shoot(panel));
  await takePicker(scene);
  await takeEditing(panel);
}

async function takePicker(scene: Scene): Promise<void> {
  const { page, panel } = scene;
  await panel.locator(panelHooks.leaksView).click();
  await pointAtElement({ page, panel, target: forgotten });
  await panel.waitForSelector(panelHooks.pointed);
  await save('picker', await overview(scene, 'light'));
  await panel.locator(panelHooks.pick).click();
  await panel.waitForSelector(panelHooks.pointed, { hidden: true });
}

async function takeEditing(panel: Page): Promise<void> {
  await panel.locator(panelHooks.maskPhone).click();
  await panel.waitForSelector(panelHooks.editorEffect);
  await save('panel-editor-light', await shoot(panel));
  await draftMask(panel);
  await panel.waitForSelector(panelHooks.draftEffect);
  await save('panel-draft-light', await shoot(panel));
}

async function overview({ browser, page, panel }: Scene, theme: Theme): Promise<Uint8Array> {
  const pictures = { page: await page.screenshot(), panel: await shoot(panel) };
  const address = new URL(page.url()).pathname;
  return composeOverview(browser, {
    ...pictures,
    size,
    deviceScaleFactor,
    title: 'Acme Outfitters',
    // The port is another one at every run.
    address: `127.0.0.1${address}`,
    theme,
  });
}

async function useTheme(panel: Page, theme: Theme): Promise<void> {
  await panel.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

/** Once everything that was just changed is drawn, and with no button under the pointer. */
async function shoot(panel: Page): Promise<Uint8Array> {
  await panel.mouse.move(0, 0);
  await panel.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  return panel.screenshot();
}

async function save(name: string, picture: Uint8Array): Promise<void> {
  const file = join(folder, `${name}.png`);
  const png = shrinkPng(picture);
  await writeFile(file, png);
  const weight = `${Math.ceil(png.length / 1000)} KB`;
  if (png.length > maxBytes) throw new Error(`${file} is ${weight}: too large for a picture in a document.`);
  console.log(`${file} ${weight}`);
}

await main();
