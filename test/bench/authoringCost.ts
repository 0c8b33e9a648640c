import type { Page } from 'puppeteer';
import { bundlePage } from '../page/bundlePage.ts';

/** Milliseconds of one thing done several times. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
}

export interface AuthoringCost {
  readonly elements: number;
  /** Script on the page's thread from one pointer event until the frame that shows the highlight. */
  readonly hover: Spread;
  /** By the clock, from the panel's question until the count is sent and the boxes of that answer are drawn. */
  readonly edit: Spread;
}

const entry = `
import { fullstory } from './core/profiles/fullstory.ts';
import { createPageSession } from './page/pageSession.ts';
import { selectorAuthor } from './page/selectorAuthor.ts';

const frame = window.requestAnimationFrame.bind(window);
const nextFrame = () => new Promise((done) => frame(done));
let script = 0;
const timed = (run) => (...args) => {
  const start = performance.now();
  try { return run(...args); } finally { script += performance.now() - start; }
};
window.requestAnimationFrame = (callback) => frame(timed(callback));

const words = { captured: 'recorded', masked: 'masked', excluded: 'excluded', unknown: 'unknown' };
const heard = [];
const waiting = new Map();
const send = (message) => {
  heard.push(message);
  waiting.get(message.type)?.(message.body);
};
const answer = (type) => new Promise((done) => waiting.set(type, done));
const handle = createPageSession({ author: () => selectorAuthor, document, signal: new AbortController().signal, send, words,
  profileOf: () => fullstory, openOrClosedRoot: () => null });

const spread = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0) * 10) / 10;
  return { median: at(0.5), p95: at(0.95) };
};

globalThis.scanAll = async () => {
  const done = answer('scan/done');
  handle({ type: 'scan/start', body: { scanId: 1, purpose: 'current', profile: 'fullstory', options: {},
    ruleSet: fullstory.offlineRules(), record: false } });
  await done;
};

globalThis.measureEdits = async (selectors) => {
  const took = [];
  let requestId = 0;
  for (const selector of selectors) {
    requestId += 1;
    const answered = answer('preview/result');
    const start = performance.now();
    handle({ type: 'preview/match', body: { requestId, selector, exceptions: [] } });
    await answered;
    // The frame that was asked for by then draws them; the one after it is on the screen.
    await nextFrame();
    took.push(performance.now() - start);
  }
  handle({ type: 'preview/clear', body: {} });
  return spread(took);
};

globalThis.armPicker = () => handle({ type: 'picker/arm', body: { forExamples: false } });
globalThis.takeScript = async () => {
  await nextFrame();
  await nextFrame();
  const took = script;
  script = 0;
  return took;
};
globalThis.spreadOf = spread;`;

/** What somebody types while a rule takes shape: names of the page, compounds, ways down, and a wide one. */
const edits = [
  '.price',
  '.card .price',
  'td.recipient',
  'table.history td.recipient',
  'input[name="n3"]',
  '[data-testid="card-7"] .lead',
  'main > .wrap p',
  'li',
  '.card:not(.card--3) a',
  'p',
];

const hovers = 60;

/** What authoring costs on the page that is open: pointing at elements, and changing a selector letter by letter. */
export async function measureAuthoring(page: Page): Promise<AuthoringCost> {
  await page.evaluate(await bundlePage(entry));
  await page.evaluate('scanAll()');
  const typed = edits.flatMap((selector) => [selector, selector]);
  const edit = (await page.evaluate(`measureEdits(${JSON.stringify(typed)})`)) as Spread;
  const took: number[] = [];
  await page.evaluate('armPicker()');
  for (let at = 0; at < hovers; at += 1) {
    await page.evaluate('takeScript()');
    await page.mouse.move(20 + ((at * 137) % 700), 20 + ((at * 89) % 500));
    took.push((await page.evaluate('takeScript()')) as number);
  }
  const hover = (await page.evaluate(`spreadOf(${JSON.stringify(took)})`)) as Spread;
  const elements = (await page.evaluate('document.querySelectorAll("*").length')) as number;
  return { elements, hover, edit };
}
