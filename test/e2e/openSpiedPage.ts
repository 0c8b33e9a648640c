import type { Browser, Page } from 'puppeteer';

/** What a page that looks for Scrim can see. */
export interface Sighting {
  /** `attributes DIV class`, `childList HTML +ABC-DEF -`, since the last call. */
  readonly mutations: readonly string[];
  /** Violations of the page's security policy. */
  readonly violations: readonly string[];
  readonly globals: readonly string[];
  readonly html: string;
}

export interface SpiedPage {
  readonly page: Page;
  look(): Promise<Sighting>;
}

interface Spy {
  readonly mutations: string[];
  readonly violations: string[];
}

/** Opens a page in which a spy was there first: it watches every node and every violation. */
export async function openSpiedPage(browser: Browser, url: string): Promise<SpiedPage> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(startSpy);
  await page.goto(url, { waitUntil: 'load' });
  const look = async () => {
    // A page behind another tab draws no frames.
    await page.bringToFront();
    return page.evaluate(readSpy);
  };
  // What the page's own parser did is nobody's doing.
  await look();
  return { page, look };
}

function startSpy(): void {
  const spy: Spy = { mutations: [], violations: [] };
  Object.assign(globalThis, { spy });
  const names = (nodes: NodeList) => [...nodes].map((node) => node.nodeName).join(',');
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      const what =
        type === 'childList' ? `+${names(addedNodes)} -${names(removedNodes)}` : (attributeName ?? '');
      spy.mutations.push(`${type} ${target.nodeName} ${what}`.trim());
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    spy.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`);
  });
}

/** Two frames later, so that what is under way has been seen. */
async function readSpy(): Promise<Sighting> {
  const { spy } = globalThis as unknown as { readonly spy: Spy };
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  return {
    mutations: spy.mutations.splice(0),
    violations: [...spy.violations],
    globals: Object.getOwnPropertyNames(globalThis).sort(),
    html: document.documentElement.outerHTML,
  };
}
