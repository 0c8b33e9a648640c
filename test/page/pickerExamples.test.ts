import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message, PageToPanel, PanelToPage, PickTarget } from '../../core/protocol.ts';
import { bundlePage } from './bundlePage.ts';
import { openBrowser } from './openScrimPage.ts';
import { serveTestPage, type TestPageFiles } from './serveTestPage.ts';

const entry = `
import words from './assets/locales/en/overlay.json';
import { isPageToPanel, isPanelToPage } from './core/protocolGuards.ts';
import { fullstory } from './core/profiles/fullstory.ts';
import { createPageSession } from './page/pageSession.ts';
import { selectorAuthor } from './page/selectorAuthor.ts';
globalThis.closedRoots ??= new Map();
globalThis.startSession = () => {
  const end = new AbortController();
  const told = [];
  const handle = createPageSession({ author: () => selectorAuthor, document, signal: end.signal, words, profileOf: () => fullstory,
    openOrClosedRoot: (element) => element.shadowRoot ?? closedRoots.get(element) ?? null,
    send: (message) => { if (!isPageToPanel(structuredClone(message))) throw new Error('shape: ' + message.type); told.push(message); } });
  globalThis.session = { end, told, say(message) { if (!isPanelToPage(message)) throw new Error('shape'); handle(message); } };
};`;

let browser: Browser;
let code: string;
beforeAll(async () => {
  [browser, code] = await Promise.all([openBrowser(), bundlePage(entry)]);
});
afterAll(() => browser.close());

/** One page with the real page session, spoken to as the panel does. */
interface Talk {
  readonly page: Page;
  say(message: Message<PanelToPage>): Promise<void>;
  /** Waits for one more message of this kind. */
  next<K extends keyof PageToPanel>(type: K, act: () => Promise<unknown>): Promise<PageToPanel[K]>;
  last<K extends keyof PageToPanel>(type: K): Promise<PageToPanel[K]>;
  /** The middle of an element; an expression. */
  at(element: string): Promise<[number, number]>;
  click(element: string): Promise<void>;
}

async function open(html: string, files: TestPageFiles = {}, setup = ''): Promise<Talk> {
  const page = await serveTestPage(browser, {
    '/': { body: `<!doctype html><title>x</title>${html}` },
    ...files,
  });
  await page.evaluate(`(async () => { ${setup} })()`);
  await page.evaluate(`${code}; startSession();`);
  const say = (message: Message<PanelToPage>) =>
    page.evaluate((sent) => {
      (globalThis as unknown as { session: { say(message: unknown): void } }).session.say(sent);
    }, message as never);
  const all = <K extends keyof PageToPanel>(type: K) =>
    page.evaluate(`session.told.filter((one) => one.type === '${type}').map((one) => one.body)`) as Promise<
      PageToPanel[K][]
    >;
  const at = (element: string) =>
    page.evaluate(`(() => { const box = (${element}).getBoundingClientRect();
      let x = box.x, y = box.y;
      for (let view = (${element}).ownerDocument.defaultView; view.frameElement; view = view.parent) {
        const outer = view.frameElement.getBoundingClientRect(); x += outer.x + view.frameElement.clientLeft; y += outer.y + view.frameElement.clientTop; }
      return [x + 8, y + box.height / 2]; })()`) as Promise<[number, number]>;
  const talk: Talk = {
    page,
    say,
    at,
    async next(type, act) {
      const { length } = await all(type);
      await act();
      await page.waitForFunction(
        (wanted: string, known: number) =>
          (globalThis as unknown as { session: { told: { type: string }[] } }).session.told.filter(
            (one) => one.type === wanted,
          ).length > known,
        {},
        type,
        length,
      );
      return talk.last(type);
    },
    async last(type) {
      const found = (await all(type)).at(-1);
      if (!found) throw new Error(`nothing was said about ${type}`);
      return found;
    },
    async click(element) {
      await page.mouse.click(...(await at(element)));
    },
  };
  const ruleSet = { rules: [], groups: [], gaps: [] };
  const scan = {
    scanId: 1,
    purpose: 'current',
    profile: 'fullstory',
    options: {},
    ruleSet,
    record: false,
  } as const;
  await talk.next('scan/done', () => say({ type: 'scan/start', body: scan }));
  return talk;
}

const arm = (talk: Talk, forExamples: boolean) =>
  talk.next('picker/armed', () => talk.say({ type: 'picker/arm', body: { forExamples } }));

/** Picks one element, shows what a selector matches, and goes on collecting. */
async function collectFrom(talk: Talk, element: string, shown: string): Promise<PickTarget> {
  await arm(talk, false);
  const { target } = await talk.next('picker/picked', () => talk.click(element));
  await talk.next('examples/changed', () =>
    talk.say({ type: 'examples/set', body: { included: [target.node], excluded: [] } }),
  );
  await show(talk, shown);
  await arm(talk, true);
  return target;
}

const show = (talk: Talk, selector: string) =>
  talk.next('preview/result', () =>
    talk.say({ type: 'preview/match', body: { requestId: 1, selector, exceptions: [] } }),
  );

const shop = `<style>p,td{height:20px;margin:0}</style><main class="account">
  <p class="line recipient">Jane Doe</p><p class="line recipient gift">Oleg Petrov</p><p class="line total">12</p>
  <p class="line phone"><b>555</b></p><p class="imprint">x</p></main>`;
const one = (selector: string) => `document.querySelector('${selector}')`;

describe('one click after the other', () => {
  it('includes what is not matched, leaves out what is, and takes either back', async () => {
    const talk = await open(shop);
    await collectFrom(talk, one('.recipient'), '.line');
    const hover = await talk.next('picker/hover', async () =>
      talk.page.mouse.move(...(await talk.at(one('.total')))),
    );
    expect(hover.target?.click).toBe('exclude');
    const without = await talk.next('examples/changed', () => talk.click(one('.total')));
    expect([without.included.length, without.excluded.length]).toEqual([1, 1]);
    expect((await talk.last('picker/hover')).target?.click).toBe('take-back');
    const withImprint = await talk.next('examples/changed', () => talk.click(one('.imprint')));
    expect([withImprint.included.length, withImprint.excluded.length]).toEqual([2, 1]);
    for (const { selector, count } of withImprint.answer.candidates) {
      const matched = (await talk.page.evaluate(
        (css) => [...document.querySelectorAll(css)].map((element) => element.className),
        selector,
      )) as string[];
      expect(matched).toEqual(expect.arrayContaining(['line recipient', 'imprint']));
      expect(matched).not.toContain('line total');
      expect(count).toBe(matched.length);
    }
    expect(withImprint.answer.candidates.length).toBeGreaterThan(0);
    const back = await talk.next('examples/changed', () => talk.click(one('.total')));
    expect([back.included.length, back.excluded.length]).toEqual([2, 0]);
    expect((await talk.last('picker/armed')).armed).toBe(true);
  });

  it('means the match when a word inside it is pointed at', async () => {
    const talk = await open(shop);
    await collectFrom(talk, one('.recipient'), '.line');
    const changed = await talk.next('examples/changed', () => talk.click(one('.phone b')));
    expect(changed.excluded.map(({ label }) => label)).toEqual(['p']);
    expect(changed.answer.candidates.map(({ selector }) => selector)).toContain('.recipient');
  });

  it('can be done with the keyboard alone, and ends with Esc', async () => {
    const talk = await open(shop);
    await collectFrom(talk, one('.recipient'), '.recipient');
    // The first match, the second, the element after it.
    await talk.next('picker/hover', () => talk.say({ type: 'picker/step', body: { to: 'next-match' } }));
    const second = await talk.next('picker/hover', () => talk.page.keyboard.press('n'));
    expect(second.target?.click).toBe('exclude');
    const third = await talk.next('picker/hover', () => talk.page.keyboard.press('ArrowRight'));
    expect(third.target?.click).toBe('include');
    const changed = await talk.next('examples/changed', () => talk.page.keyboard.press('Enter'));
    expect(changed.included).toHaveLength(2);
    const left = await talk.next('picker/armed', () => talk.page.keyboard.press('Escape'));
    expect(left).toMatchObject({ armed: false, reason: 'left' });
    expect((await talk.last('examples/changed')).included).toHaveLength(2);
  });

  it('is drawn, green and red, and gone when the examples are', async () => {
    const talk = await open(shop);
    await collectFrom(talk, one('.recipient'), '.line');
    await talk.next('examples/changed', () => talk.click(one('.total')));
    await talk.next('picker/armed', () => talk.say({ type: 'picker/disarm', body: {} }));
    await talk.say({ type: 'preview/clear', body: {} });
    expect(await talk.page.evaluate('document.documentElement.children.length')).toBe(3);
    await talk.next('examples/changed', () =>
      talk.say({ type: 'examples/set', body: { included: [], excluded: [] } }),
    );
    await talk.page.waitForFunction('document.documentElement.children.length === 2');
  });

  it('says when nothing separates them, what comes closest, and with which errors', async () => {
    const talk = await open(
      '<style>i{display:block;height:30px}</style><div><i>a</i></div><div><i>b</i></div><div><i>c</i></div>',
    );
    await collectFrom(talk, 'document.querySelectorAll("i")[0]', 'i');
    await talk.next('examples/changed', () => talk.click('document.querySelectorAll("i")[1]'));
    await show(talk, 'u');
    const { answer, excluded } = await talk.next('examples/changed', () =>
      talk.click('document.querySelectorAll("i")[2]'),
    );
    expect(answer.candidates).toEqual([]);
    expect(answer.closest).toMatchObject({ selector: 'i', missed: [], wrong: [excluded[0]?.node] });
  });

  it('warns where something left out lies inside a match', async () => {
    const talk = await open(
      `<style>p{height:30px}</style><div class="basket"><p class="price">1</p></div><p class="price">2</p>`,
    );
    await arm(talk, false);
    const box = await talk.next('picker/picked', async () => {
      await talk.page.mouse.move(...(await talk.at(one('.basket .price'))));
      await talk.say({ type: 'picker/step', body: { to: 'parent' } });
      await talk.say({ type: 'picker/choose', body: {} });
    });
    await talk.next('examples/changed', () =>
      talk.say({ type: 'examples/set', body: { included: [box.target.node], excluded: [] } }),
    );
    await show(talk, '.price');
    await arm(talk, true);
    const { answer } = await talk.next('examples/changed', () => talk.click(one('.basket .price')));
    const basket = answer.candidates.find(({ selector }) => selector === '.basket');
    expect(basket?.notes).toContain('holds-left-out');
  });
});

describe('elements of several trees', () => {
  it('are taken by one selector where documents, shadow roots and frames share a name', async () => {
    const talk = await open(
      `<style>p{height:30px}</style><p class="message">out</p><div id="host"><template shadowrootmode="open"><style>p{height:30px}</style><p class="message">in</p><p class="note">n</p></template></div>
       <iframe src="/frame" style="width:300px;height:100px"></iframe>`,
      { '/frame': { body: '<p class="message" style="height:30px">framed</p>' } },
    );
    await collectFrom(talk, one('.message'), 'u');
    await talk.next('examples/changed', () =>
      talk.click(`${one('#host')}.shadowRoot.querySelector('.message')`),
    );
    const { included, answer } = await talk.next('examples/changed', () =>
      talk.click(`${one('iframe')}.contentDocument.querySelector('.message')`),
    );
    expect(included).toHaveLength(3);
    expect(answer.candidates.map(({ selector, count }) => [selector, count])).toContainEqual(['.message', 3]);
  });
});

describe('a closed shadow root', () => {
  it('is picked in: what the recorder does there is unknown, and the selectors say so and count what they match', async () => {
    const talk = await open(
      '<div id="shut"></div>',
      {},
      `const root = document.querySelector('#shut').attachShadow({ mode: 'closed' });
       root.innerHTML = '<p class="message" style="height:40px">x</p><p class="message" style="height:40px">y</p>';
       globalThis.closedRoots = new Map([[document.querySelector('#shut'), root]]);`,
    );
    await arm(talk, false);
    const { target, candidates } = await talk.next('picker/picked', () =>
      talk.click(`closedRoots.get(${one('#shut')}).querySelector('p')`),
    );
    expect(target).toMatchObject({ treatment: 'unknown', doubts: ['doubt.closed-root'] });
    const message = candidates.find(({ selector }) => selector === '.message');
    expect(message).toMatchObject({ count: 2 });
    expect(message?.notes).toContain('closed-root');
    expect((await show(talk, '.message')).count).toBe(2);
  });
});

describe('a frame of another site', () => {
  it('is the element itself, and it is said that the picker cannot look inside', async () => {
    const talk = await open(
      '<iframe src="http://other.test/far" style="width:200px;height:100px"></iframe>',
      {
        'http://other.test/far': { body: '<p style="height:90px">far</p>' },
      },
    );
    await arm(talk, false);
    const { target } = await talk.next('picker/hover', async () =>
      talk.page.mouse.move(...(await talk.at(one('iframe')))),
    );
    expect(target?.label).toBe('iframe');
    expect(target?.doubts).toContain('doubt.sealed-frame');
  });
});

describe('what a page says by itself', () => {
  it('adds no example: a click that a script made up is none', async () => {
    const talk = await open(shop);
    await collectFrom(talk, one('.recipient'), '.line');
    await talk.page.evaluate(`for (const target of [document.querySelector('.total'), document.documentElement.lastElementChild, window])
      target.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 60, clientY: 50, view: window }));
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`);
    expect((await talk.last('examples/changed')).excluded).toEqual([]);
  });
});
