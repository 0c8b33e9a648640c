// The state a page is opened in: which login, which consent. One browser context for each origin in each state.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { BrowserContext, Page } from 'puppeteer';
import type { CheckConfig, ConsentState, LoginConfig } from '../../core/check/checkConfig.ts';
import type { LookSettings } from '../../core/check/plannedLook.ts';
import type { TabPlace } from '../browser/createBrowserPool.ts';
import { clickWhereSeen } from '../browser/setPage.ts';
import { importModule } from '../importModule.ts';
import { PageNotLoaded } from '../pageNotLoaded.ts';
import { printable } from '../printable.ts';
import type { Target } from '../target.ts';
import { within } from '../within.ts';
import { readStorageState, type StorageState } from './readStorageState.ts';
import { seedStorage } from './seedStorage.ts';

export interface Places {
  placeOf(target: Target, settings: LookSettings): Omit<TabPlace, 'keepsTab'>;
}

/** A login script may go through a few pages. */
const loginTimeout = 120_000;
const bannerTimeout = 10_000;
/** A login or banner that failed so often is not tried again for each page. */
const maxTries = 2;

export function createPlaces({ logins = {} }: Pick<CheckConfig, 'logins'>, folder: string): Places {
  const failures = new Map<string, PageNotLoaded[]>();

  async function prepare(
    context: BrowserContext,
    target: Target,
    { login, consent }: LookSettings,
  ): Promise<void> {
    const how = login === undefined ? undefined : logins[login];
    if (login !== undefined && how === undefined) throw new PageNotLoaded(`there is no login ${login}`);
    if (login !== undefined && how) await told(`the login ${login} failed`, logIn(context, how, folder));
    if (consent)
      await told(`the consent state ${consent.name} was not reached`, agree(context, target, consent));
  }

  return {
    placeOf(target, settings) {
      const { login = '', consent } = settings;
      const origin = target.file === undefined ? new URL(target.url).origin : 'file:';
      const key = JSON.stringify([origin, login, consent?.name ?? '']);
      if (login === '' && consent === undefined) return { key };
      return {
        key,
        prepare: async (context) => {
          const known = failures.get(key) ?? [];
          if (known.length >= maxTries) throw known[0] ?? new PageNotLoaded('not prepared');
          try {
            await prepare(context, target, settings);
          } catch (error) {
            if (error instanceof PageNotLoaded) failures.set(key, [...known, error]);
            throw error;
          }
        },
      };
    },
  };
}

/** Whatever goes wrong in it is the reason why its pages were not looked at. */
async function told(what: string, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new PageNotLoaded(`${what}: ${printable(error.message.split('\n', 1)[0] ?? '')}`, { cause: error });
  }
}

async function logIn(
  context: BrowserContext,
  { storageState, script }: LoginConfig,
  folder: string,
): Promise<void> {
  if (storageState !== undefined)
    return restore(context, readStorageState(await textOf(folder, storageState)));
  if (script === undefined) return;
  const { default: run } = await importModule(resolve(folder, script));
  if (typeof run !== 'function') throw new PageNotLoaded('its module has no function as its default export');
  const page = await context.newPage();
  try {
    await within(loginTimeout, Promise.resolve((run as (page: Page) => unknown)(page)), 'it did not end');
  } finally {
    await page.close();
  }
}

function textOf(folder: string, file: string): Promise<string> {
  return readFile(resolve(folder, file), 'utf8');
}

async function restore(context: BrowserContext, { cookies, origins }: StorageState): Promise<void> {
  if (cookies.length > 0) await context.setCookie(...cookies);
  for (const { origin, localStorage } of origins) await seedStorage(context, origin, localStorage);
}

async function agree(context: BrowserContext, { url, file }: Target, consent: ConsentState): Promise<void> {
  const { hostname, origin } = new URL(url);
  const cookies = (consent.cookies ?? []).map(({ name, value, domain }) => ({
    name,
    value,
    domain: domain ?? hostname,
    path: '/',
  }));
  if (cookies.length > 0) await context.setCookie(...cookies);
  const entries = Object.entries(consent.localStorage ?? {}).map(([name, value]) => ({ name, value }));
  if (entries.length > 0) {
    if (file !== undefined) throw new PageNotLoaded('a file has no storage of its own');
    await seedStorage(context, origin, entries);
  }
  if (consent.click !== undefined) await clickBanner(context, url, consent.click);
}

/** Once for all pages of the context: on the others the banner does not come again, or is clicked where it does. */
async function clickBanner(context: BrowserContext, url: string, selector: string): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(url, { waitUntil: 'load', timeout: bannerTimeout });
    await page.waitForSelector(selector, { visible: true, timeout: bannerTimeout });
    if (!(await clickWhereSeen(page, selector)))
      throw new PageNotLoaded(`nothing to be seen matches ${selector}`);
    // What the click stores may be stored after an answer of the server.
    await page.waitForNetworkIdle({ idleTime: 200, timeout: bannerTimeout });
  } finally {
    await page.close();
  }
}
