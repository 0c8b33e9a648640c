import type { Page } from 'puppeteer';
import type { PageSettings } from '../../core/check/checkConfig.ts';
import { PageNotLoaded } from '../pageNotLoaded.ts';

/** How a page is shown, and in which state it is looked at. */
export interface PageSetting extends Pick<PageSettings, 'viewport' | 'locale' | 'waitFor'> {
  /** Clicked once the page has loaded, where it is to be seen. */
  readonly click?: string;
}

/** CSS pixels; public, see docs/check.md. */
export const defaultViewport = { width: 1280, height: 800 };

/**
 * Sets size and language before the page is opened.
 *
 * @returns what takes the language off again; the size is set for every page
 */
export async function setPage(page: Page, { viewport, locale }: PageSetting): Promise<() => Promise<void>> {
  const size = viewport ?? defaultViewport;
  const now = page.viewport();
  if (now?.width !== size.width || now.height !== size.height) await page.setViewport({ ...size });
  if (locale === undefined) return async () => undefined;
  const session = await page.createCDPSession();
  const userAgent = await page.browser().userAgent();
  const [language = locale] = locale.split('-');
  const acceptLanguage = language === locale ? locale : `${locale},${language}`;
  await session.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage });
  await session.send('Emulation.setLocaleOverride', { locale });
  return () => session.detach();
}

/** @throws PageNotLoaded when what is to be waited for does not come */
export async function waitForState(
  page: Page,
  { click, waitFor }: PageSetting,
  timeout: number,
): Promise<void> {
  if (click !== undefined) await clickWhereSeen(page, click);
  if (waitFor === undefined) return;
  try {
    await page.waitForSelector(waitFor, { timeout });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new PageNotLoaded(`nothing came that matches ${waitFor} within ${timeout} ms`, { cause: error });
  }
}

/** @returns whether there was something to click */
export async function clickWhereSeen(page: Page, selector: string): Promise<boolean> {
  const element = await page.$(selector);
  const isSeen = (await element?.isVisible()) ?? false;
  if (isSeen) await element?.click();
  await element?.dispose();
  return isSeen;
}
