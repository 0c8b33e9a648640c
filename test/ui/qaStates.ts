import type { Page } from 'puppeteer';
import type { SeenRequest } from '../../core/wire/seenRequest.ts';
import { scanned } from './openHarness.ts';
import { press, seen, view } from './panelHands.ts';
import type { UiState } from './uiState.ts';

async function start(page: Page): Promise<void> {
  await scanned(page);
  await view(page, 'pages');
  await press(page, '[data-action=qa-start]');
  await seen(page, '[data-qa-level]:not([data-qa-level=looking])');
}

interface FakeWindow {
  readonly requests: { send(request: SeenRequest): void; lose(): void };
}

async function fill(page: Page): Promise<void> {
  await scanned(page);
  await press(page, '[data-action=fill-ask]');
  await press(page, '[data-action=fill-go]');
  await seen(page, '[data-fill=done]');
  await scanned(page);
}

/** The page sends what was typed, to itself and to a recorder, and something that cannot be read. */
async function listen(page: Page): Promise<void> {
  await press(page, '[data-action=wire-start]');
  await seen(page, '[data-wire=on]');
  await page.evaluate(() => {
    const { send } = (window as unknown as FakeWindow).requests;
    const frame = document.querySelector<HTMLIFrameElement>('#page')?.contentDocument;
    const typed = [...(frame?.querySelectorAll('input') ?? [])].map(({ value }) => value);
    const bytes = new TextEncoder().encode(JSON.stringify({ typed }));
    const common = { method: 'POST', isOfTab: true } as const;
    send({ ...common, url: 'https://rs.fullstory.com/rec', type: 'ping', body: { kind: 'bytes', bytes } });
    const address = `https://tags.example.net/i?e=${encodeURIComponent(typed.join(' '))}`;
    send({ ...common, method: 'GET', url: address, type: 'image', body: { kind: 'none' } });
    send({
      ...common,
      url: 'https://shop.example.com/up',
      type: 'xmlhttprequest',
      body: { kind: 'missing' },
    });
  });
  await seen(page, '[data-receiver*="fullstory"]');
}

/** A session over several pages, a test identity, and what leaves the tab. */
export const qaStates: readonly UiState[] = [
  {
    name: 'qa-none',
    case: 'leaks',
    reach: async (page) => {
      await scanned(page);
      await view(page, 'pages');
      await press(page, '[data-action=fill-ask]');
      await seen(page, '[data-qa=none] [data-fill=asking]');
    },
  },
  {
    name: 'qa-bar',
    case: 'leaks',
    reach: async (page) => {
      await start(page);
      await view(page, 'leaks');
      await seen(page, '[data-action=qa-show]');
    },
  },
  {
    name: 'qa-no-access',
    case: 'qa-no-access',
    reach: async (page) => {
      await start(page);
      await seen(page, '[data-action=qa-allow-site]');
    },
  },
  {
    name: 'qa-full',
    case: 'qa-full',
    reach: async (page) => {
      await scanned(page);
      await view(page, 'pages');
      await seen(page, '[data-qa-level=amber]');
      for (const one of ['account', 'checkout'])
        await press(page, `[data-qa-page*="/${one}"] .disclosure-button`);
      await press(page, '[data-action=qa-discard]');
    },
  },
  {
    name: 'qa-refused',
    case: 'qa-refused',
    reach: async (page) => {
      await view(page, 'pages');
      await seen(page, '[data-qa=on] [data-qa-level]');
    },
  },
  {
    name: 'fill-done',
    case: 'qa-not-kept',
    reach: async (page) => {
      await fill(page);
      await press(page, '[data-action=wire-start]');
      await seen(page, '[data-wire=refused]');
      await press(page, '.fill .disclosure-button');
    },
  },
  {
    name: 'wire-on',
    case: 'fill',
    reach: async (page) => {
      await fill(page);
      await listen(page);
      await press(page, '.wire .disclosure-button');
    },
  },
  {
    name: 'wire-session',
    case: 'fill',
    reach: async (page) => {
      await fill(page);
      await listen(page);
      await start(page);
      await press(page, '.qa-page .disclosure-button');
      await seen(page, '.qa-page [data-receiver]');
    },
  },
];
