import { expect, test } from 'vitest';
import { PageNotLoaded } from '../../../cli/pageNotLoaded.ts';
import { createRobots } from '../../../cli/run/createRobots.ts';
import { hostOf } from '../../../cli/run/hostOf.ts';
import { runLooks } from '../../../cli/run/runLooks.ts';
import { notLoadedReport } from '../../../core/report/notLoadedReport.ts';

const shop = 'https://shop.example';
const signal = new AbortController().signal;

test('pages of a host come no faster than its robots.txt asks for, those that are tried again too', async () => {
  const answers = async (address: string | URL | Request) =>
    String(address) === `${shop}/robots.txt`
      ? new Response(
          'User-agent: other\nCrawl-delay: 9\n\nUser-agent: *\nCrawl-delay: 0.1\nDisallow: /private',
        )
      : new Response('', { status: 404 });
  const robots = createRobots({ fetch: answers as typeof fetch, signal });
  expect(await robots.forbids(`${shop}/private/a`)).toContain('forbids it');
  expect(await robots.forbids(`${shop}/a`)).toBeUndefined();
  expect(await robots.forbids('https://other.example/private')).toBeUndefined();
  expect([robots.delayOf(shop), robots.delayOf('https://other.example')]).toEqual([100, 0]);

  const pages = ['/a', '/b', '/c'].map((path) => shop + path);
  const looks = [...pages, 'https://other.example/'].map((page, at) => ({
    at,
    look: { page, settings: {} },
  }));
  const begun: { readonly page: string; readonly at: number }[] = [];
  const told: string[] = [];
  await runLooks({
    looks,
    workers: 4,
    retries: 1,
    hostOf,
    nameOf: ({ page }) => page,
    delayOf: robots.delayOf,
    signal,
    async take({ page }) {
      begun.push({ page, at: performance.now() });
      // The last of the first round: what is tried again follows at once.
      if (page.endsWith('/c')) throw new PageNotLoaded('it is slow today');
      return [notLoadedReport(page, '')];
    },
    async taken(at) {
      told.push(looks[at]?.look.page ?? '');
    },
  });
  const ofShop = begun.filter(({ page }) => page.startsWith(shop));
  expect(ofShop.map(({ page }) => page.replace(shop, ''))).toEqual(['/a', '/b', '/c', '/c']);
  // Timers may ring a millisecond early.
  for (const [before, { at }] of ofShop.slice(1).entries())
    expect(at - (ofShop[before]?.at ?? 0)).toBeGreaterThan(98);
  // Another host does not wait for this one.
  expect(begun[1]?.page).toBe('https://other.example/');
  expect(told.toSorted()).toEqual(looks.map(({ look }) => look.page).toSorted());
});
