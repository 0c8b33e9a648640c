import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './launchChromium.ts';

const drawing = new URL('../assets/icon/scrim.svg', import.meta.url);
const folder = new URL('../public/icon/', import.meta.url);
/** WXT finds `icon/<size>.png` and names them in the manifest. */
const sizes = [16, 32, 48, 128];

/** Draws the mark at every size the browsers ask for. Run after changing the drawing: `node scripts/icons.ts`. */
async function drawIcons(): Promise<void> {
  const svg = await readFile(drawing, 'utf8');
  const browser = await launchChromium({ headless: true });
  try {
    const page = await browser.newPage();
    for (const size of sizes) {
      await page.setViewport({ width: size, height: size, deviceScaleFactor: 1 });
      await page.setContent(
        `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      const png = await page.screenshot({ omitBackground: true, type: 'png' });
      await writeFile(fileURLToPath(new URL(`${size}.png`, folder)), png);
    }
  } finally {
    await browser.close();
  }
}

await drawIcons();
