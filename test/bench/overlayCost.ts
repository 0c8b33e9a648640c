import type { Page } from 'puppeteer';
import { bundlePage } from '../page/bundlePage.ts';

/** Milliseconds, the best of eight rounds: other programs only ever add. Script is what ran on the page's thread in our functions; paint is until the second frame. */
export interface OverlayCost {
  readonly boxes: number;
  readonly overlay: {
    /** Until the first frame that shows all that is in view. */
    readonly script: number;
    /** Afterwards, in slices while the page is idle. */
    readonly idleScript: number;
    readonly untilPainted: number;
    readonly drawn: number;
  };
  /** The control: one positioned element per box in a closed shadow root, built from the same rectangles. */
  readonly elementPerBox: { readonly script: number; readonly untilPainted: number };
  /** Redraw of the overlay per frame while scrolling, the median. */
  readonly scrollFrame: number;
  readonly scrollFrameElementPerBox: number;
}

const entry = `
import { createOverlay } from './page/overlay/createOverlay.ts';

/** Wraps what the browser calls back, so that script time is what our code took, not the waiting in between. */
function meter() {
  let total = 0;
  let idleTotal = 0;
  const measured = (run, add) => (...args) => {
    const start = performance.now();
    try { return run(...args); } finally { add(performance.now() - start); }
  };
  const timed = (run) => measured(run, (took) => { total += took; });
  const inIdle = (run) => measured(run, (took) => { idleTotal += took; });
  const frame = window.requestAnimationFrame.bind(window);
  const Observer = window.IntersectionObserver;
  const idle = window.requestIdleCallback.bind(window);
  window.requestIdleCallback = (callback, options) => idle(inIdle(callback), options);
  window.requestAnimationFrame = (callback) => frame(timed(callback));
  window.IntersectionObserver = class extends Observer {
    constructor(callback, options) { super(inIdle(callback), options); }
  };
  return { timed, frame, take: () => { const took = total; total = 0; return took; }, takeIdle: () => idleTotal,
    end: () => { window.requestAnimationFrame = frame; window.IntersectionObserver = Observer;
      window.requestIdleCallback = idle; } };
}

const twoFrames = (frame) => new Promise((done) => frame(() => frame(done)));
const settled = async () => {
  for (let round = 0; round < 15; round += 1) await new Promise((done) => requestIdleCallback(done, { timeout: 50 }));
};
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function scrollCosts(costs, steps) {
  const found = [];
  for (let step = 1; step <= steps; step += 1) {
    costs.take();
    window.scrollTo(0, step * 97);
    await twoFrames(costs.frame);
    found.push(costs.take());
  }
  window.scrollTo(0, 0);
  await twoFrames(costs.frame);
  return median(found);
}

async function measureOverlay(elements, steps) {
  const costs = meter();
  const end = new AbortController();
  const overlay = createOverlay({ document, signal: end.signal });
  await twoFrames(costs.frame);
  costs.take();
  const start = performance.now();
  costs.timed(() => overlay.show(new Map([['masked', elements]])))();
  while (overlay.drawn().length === 0) await new Promise((done) => costs.frame(done));
  const untilPainted = performance.now() - start;
  const script = costs.take();
  // The rest is done in slices while the page is idle.
  await settled();
  const idleScript = costs.takeIdle() + costs.take();
  const drawn = overlay.drawn().length;
  const scrollFrame = await scrollCosts(costs, steps);
  end.abort();
  costs.end();
  return { script, idleScript, untilPainted, drawn, scrollFrame };
}

function buildDivs(root, elements) {
  const rects = elements.map((element) => element.getBoundingClientRect());
  const divs = rects.map((rect) => {
    const div = document.createElement('div');
    div.style.cssText = 'position:absolute;outline:2px solid red;left:' + (rect.left + scrollX) + 'px;top:' +
      (rect.top + scrollY) + 'px;width:' + rect.width + 'px;height:' + rect.height + 'px';
    return div;
  });
  root.replaceChildren(...divs);
}

async function measureDivs(elements, steps) {
  const costs = meter();
  const host = document.createElement('div');
  host.style.cssText = 'position:absolute;left:0;top:0;pointer-events:none';
  const root = host.attachShadow({ mode: 'closed' });
  document.body.append(host);
  await twoFrames(costs.frame);
  const start = performance.now();
  costs.timed(() => buildDivs(root, elements))();
  const script = costs.take();
  await twoFrames(costs.frame);
  const untilPainted = performance.now() - start;
  const listen = () => costs.frame(costs.timed(() => buildDivs(root, elements)));
  window.addEventListener('scroll', listen);
  const scrollFrame = await scrollCosts(costs, steps);
  window.removeEventListener('scroll', listen);
  host.remove();
  await twoFrames(costs.frame);
  costs.end();
  return { script, untilPainted, scrollFrame };
}

globalThis.measureOverlayCost = async (selector, boxes) => {
  const elements = [...document.querySelectorAll(selector)].slice(0, boxes);
  await measureOverlay(elements.slice(0, 50), 0);
  // Turn by turn, so that a busy moment of the machine does not fall on one of them only.
  const rounds = [];
  for (let round = 0; round < 8; round += 1)
    rounds.push({ divs: await measureDivs(elements, 0), overlay: await measureOverlay(elements, 0) });
  const scrolled = { divs: await measureDivs(elements, 5), overlay: await measureOverlay(elements, 20) };
  const best = (name) => Object.fromEntries(Object.keys(rounds[0][name]).map((key) =>
    [key, Math.round(Math.min(...rounds.map((round) => round[name][key])) * 10) / 10]));
  const [divs, overlay] = [best('divs'), best('overlay')];
  return { boxes: elements.length,
    overlay: { script: overlay.script, idleScript: overlay.idleScript, untilPainted: overlay.untilPainted, drawn: overlay.drawn },
    elementPerBox: { script: divs.script, untilPainted: divs.untilPainted },
    scrollFrame: scrolled.overlay.scrollFrame, scrollFrameElementPerBox: scrolled.divs.scrollFrame };
};`;

/**
 * What the overlay costs on the page that is open, beside one element per box on the same boxes in the same run.
 *
 * @param selector what to draw boxes around
 * @param boxes at most so many
 */
export async function measureOverlayCost(page: Page, selector: string, boxes: number): Promise<OverlayCost> {
  await page.evaluate(await bundlePage(entry));
  const measure = `measureOverlayCost(${JSON.stringify(selector)}, ${boxes})`;
  return (await page.evaluate(measure)) as OverlayCost;
}
