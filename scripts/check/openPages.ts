// Run as a process of its own by benchBare.ts: opens the pages of a list as the check does, and looks at none.
import { readFileSync } from 'node:fs';
import { launchChromium } from '../launchChromium.ts';

const [list = '', tabs = '2'] = process.argv.slice(2);
const addresses = readFileSync(list, 'utf8').split('\n').values();
const browser = await launchChromium({ headless: true, viewport: { width: 1280, height: 800 } });
const context = await browser.createBrowserContext();

async function openAll(): Promise<void> {
  const page = await context.newPage();
  // As the check's tabs are: one behind the other would be hidden, and draw nothing.
  await page.emulateFocusedPage(true);
  for (const address of addresses) await page.goto(address, { waitUntil: 'load' });
}

await Promise.all(Array.from({ length: Number(tabs) }, openAll));
await browser.close();
