// `node scripts/conformanceForms.ts <folder> [recorder] [count]`: real pages with typed values, the real recorder
// against Scrim. Every text, attribute and value of a page is a value to agree on.
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { type Browsers, compareCapture } from '../test/conformance/compareCapture.ts';
import type { PlantedValue } from '../test/conformance/plantedPage.ts';
import { type RecorderId, recorders } from '../test/conformance/runTruth.ts';
import { openBrowser } from '../test/page/openScrimPage.ts';

const defaultCount = 20;
/** A page at rest: nothing is expected to change, but recorders look at frames a little later. */
const watch = 700;
/** Shorter strings stand in a payload by chance. */
const leastLength = 6;

interface Served {
  readonly url: string;
  readonly server: Server;
}

/** The page as it was saved, its own scripts taken out, every field filled with a value of its own. */
function prepare(html: string): string {
  const still = html.replace(/<script\b[\s\S]*?<\/script>/gi, '').replace(/<meta[^>]+http-equiv[^>]*>/gi, '');
  return `${still}<script>document.querySelectorAll('input,textarea').forEach((field, i) => {
    try { if (!['file','submit','button','reset','image','checkbox','radio'].includes(field.type)) field.value = field.type === 'number' ? 7000000 + i : 'zqtyped' + String.fromCharCode(97 + i % 26, 97 + (i / 26 | 0) % 26) + 'z@example.com'; } catch (error) { console.log(String(error)); }
  });</script>`;
}

async function serve(html: string): Promise<Served> {
  const server = createServer((request, response) => {
    const isPage = request.url === '/';
    response.writeHead(isPage ? 200 : 404, {
      'content-type': isPage ? 'text/html; charset=utf-8' : 'text/plain',
    });
    response.end(isPage ? html : '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

/** Every string of the loaded page, with where it stands. */
async function valuesOf(browser: Browser, url: string): Promise<PlantedValue[]> {
  const page = await browser.newPage();
  try {
    await page.goto(url, { waitUntil: 'load' });
    const found = await page.evaluate(() => {
      const all: [string, string][] = [];
      const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement?.localName ?? '';
        if (node.nodeType === 3 && parent !== 'script' && parent !== 'style')
          all.push([`text in ${parent}`, node.nodeValue ?? '']);
        if (node.nodeType === 8) all.push(['comment', node.nodeValue ?? '']);
        if (node.nodeType !== 1) continue;
        const element = node as HTMLInputElement;
        for (const { name, value } of element.attributes)
          all.push([`${name} of ${element.localName}`, value]);
        if (/^(?:input|textarea)$/.test(element.localName))
          all.push([`value of ${element.type}`, element.value]);
      }
      return all;
    });
    const values = new Map<string, PlantedValue>();
    for (const [where, text] of found) {
      const token = text.trim().toLowerCase();
      // One plain word may stand in any payload: the recorder's own keys are such words.
      if (token.length < leastLength || /^[a-z*-]+$|\n/.test(token) || values.has(token)) continue;
      values.set(token, { token, where, moment: 'load' });
    }
    return [...values.values()];
  } finally {
    await page.close();
  }
}

async function main(): Promise<number> {
  const [folder, only, count = String(defaultCount)] = process.argv.slice(2);
  if (!folder) throw new Error('say which folder of saved pages');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.html')).slice(0, Number(count));
  const chosen = recorders.filter((recorder) => only === undefined || recorder === only);
  const browsers: Browsers = { recorder: await openBrowser(), scrim: await openBrowser() };
  let different = 0;
  try {
    for (const recorder of chosen) different += await comparePages(browsers, recorder, folder, files);
  } finally {
    await browsers.recorder.close();
    await browsers.scrim.close();
  }
  return different === 0 ? 0 : 1;
}

async function comparePages(
  browsers: Browsers,
  recorder: RecorderId,
  folder: string,
  files: readonly string[],
): Promise<number> {
  let values = 0;
  let different = 0;
  for (const file of files) {
    const { url, server } = await serve(prepare(await readFile(join(folder, file), 'utf8')));
    const page = { url, watch, values: await valuesOf(browsers.scrim, url) };
    const result = await compareCapture(browsers, { recorder, name: file, options: {} }, page);
    values += result.values;
    different += result.differences.length;
    for (const { token, where, recorder: truth, scrim } of result.differences)
      console.log(
        `  ${file}: ${where}: sent ${truth}, scrim ${scrim}: ${JSON.stringify(token.slice(0, 60))}`,
      );
    server.closeAllConnections();
    server.close();
  }
  const agreed = values - different;
  console.log(`${recorder}: ${agreed}/${values} values of ${files.length} pages agree`);
  return different;
}

process.exitCode = await main();
