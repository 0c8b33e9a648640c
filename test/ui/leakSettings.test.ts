import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, openHarness, scanned } from './openHarness.ts';
import { states } from './states.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

const words = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '');
const press = async (page: Page, selector: string) => (await page.waitForSelector(selector))?.click();
const kinds = (page: Page) =>
  page.$$eval('.leak-group', (groups) => groups.map((group) => group.getAttribute('data-kind')));

async function reached(name: string): Promise<Page> {
  const state = states.find((known) => known.name === name);
  if (!state) throw new Error(`no state "${name}"`);
  const page = await harness.open(state.case);
  await state.reach(page);
  return page;
}

describe('tags', () => {
  it('stand beside each kind in words, and show one of them alone', async () => {
    const page = await reached('tag-filter');
    expect(await kinds(page)).toEqual(['detector.payment-card']);
    expect(await words(page, '.leak-group .tags')).toBe('Card data (PCI)');
    await press(page, '[data-filter=all]');
    expect((await kinds(page)).length).toBeGreaterThan(1);
  });
});

describe('what to do', () => {
  it('is said in words of the recorder, once for a kind', async () => {
    const page = await reached('settled');
    const steps = await page.$$eval('[data-kind="detector.custom:policy-id"] .next-step', (lines) =>
      lines.map((line) => line.textContent),
    );
    expect(steps).toEqual([
      'To close it: mask it, or have a developer write class="fs-mask" on the element.',
    ]);
  });
});

describe('mask all of a kind', () => {
  it('proposes few rules without anything of the page in them, drafts them, and takes them back', async () => {
    const page = await reached('mask-all');
    const selectors = await page.$$eval('[name=proposal-selector]', (inputs) =>
      inputs.map((input) => (input as HTMLInputElement).value),
    );
    expect(selectors).toHaveLength(2);
    expect(selectors).toContain('.holder-mail');
    expect(selectors.join()).not.toMatch(/robin|sam|example/);
    expect(await words(page, '.mask-all')).toContain('4 of 4 places would be hidden by these rules.');
    await press(page, '[data-action=mask-all-save]');
    await page.waitForFunction(() => document.querySelector('#tab-draft .count')?.textContent === '2');
    await press(page, '[data-action=mask-all-undo]');
    await page.waitForFunction(() => !document.querySelector('#tab-draft .count'));
    expect(await page.$('.mask-all')).toBeNull();
  });

  it('follows an edit, and drops what is not wanted', async () => {
    const page = await reached('mask-all');
    await page.$$eval('[data-action=mask-all-drop]', (buttons) => (buttons[0] as HTMLElement).click());
    await page.waitForFunction(() => document.querySelectorAll('.mask-proposal').length === 1);
    await page.type('[name=proposal-selector]', '[');
    await page.waitForSelector('.mask-proposal .problem-bad');
    expect(
      await page.$eval('[data-action=mask-all-save]', (button) => (button as HTMLButtonElement).disabled),
    ).toBe(true);
  });
});

describe('suppressions', () => {
  it('are counted at the verdict and in their list; one that expired no longer counts', async () => {
    const page = await reached('settled');
    expect(await words(page, '.verdict')).toContain('1 more finding is accepted by your team.');
    expect(await words(page, '.suppressed')).toContain('1 suppressed · 1 expired');
    expect(await words(page, '[data-suppression=expired]')).toContain('findings are in the list again');
    expect(await kinds(page)).not.toContain('detector.iban');
  });

  it('take one finding out, with a reason and a last day, and give it back', async () => {
    const page = await reached('suppress');
    const leaks = async () => Number(await words(page, '[data-view=leaks] .count'));
    const before = await leaks();
    // A value of the page does not get into the rule file; nor does a page that is none.
    await page.$eval('[name=suppress-page]', (box) => (box as HTMLElement).click());
    await press(page, '[data-action=suppress-save]');
    await page.waitForFunction(() =>
      document.querySelector('.suppress-form .field-problem')?.textContent?.includes('looks personal'),
    );
    await page.$eval('[name=suppress-reason]', (input) => (input as HTMLInputElement).select());
    await page.type('[name=suppress-reason]', 'A test card');
    await press(page, '[data-action=suppress-save]');
    await page.waitForFunction(() => !document.querySelector('[data-kind="detector.payment-card"]'));
    expect(await leaks()).toBe(before - 1);
    expect(await words(page, '.suppressed')).toContain('“A test card”');
    await page.$$eval('[data-suppression=used] [data-action=unsuppress]', (buttons) =>
      (buttons.at(-1) as HTMLElement).click(),
    );
    await page.waitForSelector('[data-kind="detector.payment-card"]');
    expect(await leaks()).toBe(before);
  });
});

describe('the quieter list', () => {
  it('is closed, stands below, and opens the editor without saving', async () => {
    const page = await harness.open('settled');
    await scanned(page);
    expect(await page.$('.over-masked-row')).toBeNull();
    await press(page, '.over-masked .disclosure-button');
    expect(await words(page, '.over-masked')).toContain('Only the structure of the page was looked at');
    await press(page, '[data-content=heading] [data-action=over-masked-edit]');
    await page.waitForSelector('.editor');
    expect(await page.$eval('[name=selector]', (field) => (field as HTMLTextAreaElement).value)).toBe(
      '.orders h2',
    );
    expect(await page.$('#tab-draft .count')).toBeNull();
  });
});

describe('own patterns', () => {
  it('are tried on the page while they are written, and found as soon as they are saved', async () => {
    const page = await reached('detector-new');
    expect(await words(page, '.detector-trial')).toBe('Finds 3 values on this page.');
    await press(page, '[data-action=save-detector]');
    await page.waitForSelector('[data-detector=order-number]');
    await press(page, '[data-view=leaks]');
    await page.waitForSelector('[data-kind="detector.custom:order-number"]');
    expect(await words(page, 'main')).not.toContain('P-10000');
  });

  it('say in words what is wrong with them, with the place, and are not saved', async () => {
    const page = await reached('detector-refused');
    expect(await words(page, '.detector-trial')).toMatch(/not run here.*⟨\\⟩1/);
    await press(page, '[data-action=save-detector]');
    await page.waitForSelector('.notice');
    expect(await page.$('[data-detector=order-number]')).toBeNull();
  });

  it('that are broken make a clean page amber', async () => {
    const page = await reached('broken-detector');
    expect(await page.$eval('main', (main) => main.getAttribute('data-verdict'))).toBe('amber');
    expect(await words(page, '.why')).toContain('custom:policy-id');
  });
});
