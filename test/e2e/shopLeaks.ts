import type { Page } from 'puppeteer';

/** What the shop shows and no rule of the demo org hides: kind, redacted value, channel, where it stands. */
export const shopLeaks: readonly string[] = [
  'detector.email a•••@•••.com in an attribute (href) a',
  'detector.email a•••@•••.com in text #shadow-root li',
  'detector.email j•••@•••.com in text span',
  'detector.email n•••@•••.com in an attribute (title) span',
  'detector.email t•••@•••.com in text p',
  'detector.iban D••• in text #document dd',
  'detector.phone +••• ••• in text dd',
  'detector.phone ••• ••• in text p',
];

/** The leaks in the panel's list, in the same form; those that may be recorded left out. */
export function shownLeaks(panel: Page): Promise<string[]> {
  return panel.$$eval('[data-finding]', (rows) =>
    rows
      .filter((row) => !row.closest('.possible'))
      .map((row) => {
        const text = (selector: string) => row.querySelector(selector)?.textContent ?? '';
        const path = row.querySelector('.path')?.getAttribute('title') ?? '';
        const border = path.match(/>>> (#shadow-root|#document)/)?.[1];
        const tag = path.split(' > ').at(-1)?.replace(/:.*/, '');
        const kind = row.closest('[data-kind]')?.getAttribute('data-kind');
        return [kind, text('.sample'), text('.channel'), border, tag].filter(Boolean).join(' ');
      })
      .sort(),
  );
}
