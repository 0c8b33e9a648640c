import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseFile, colleaguesPatch, draftStates, leaveUnsaved } from './draftStates.ts';
import { type Harness, openHarness } from './openHarness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

const words = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '');
const press = async (page: Page, selector: string) => (await page.waitForSelector(selector))?.click();
const count = (page: Page, selector: string) => page.$$eval(selector, (found) => found.length);

async function reached(name: string): Promise<Page> {
  const state = draftStates.find((known) => known.name === name);
  if (!state) throw new Error(`no state "${name}"`);
  const page = await harness.open(state.case);
  await state.reach(page);
  return page;
}

/** What the focused button does; the words of some of them carry it. */
const focusedAction = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    const named = activeElement?.matches('[data-action]')
      ? activeElement
      : activeElement?.querySelector('button > [data-action]');
    return named?.getAttribute('data-action');
  });

describe('drafts by name', () => {
  it('show one at a time, and a removed one comes back as it was', async () => {
    const page = await reached('drafts-several');
    const options = await page.$$eval('select[name=draft] option', (all) =>
      all.map((one) => one.textContent),
    );
    expect(options).toEqual(['Main draft (1 change)', 'Checkout, second try (1 change)']);
    expect(await words(page, '.removed-draft')).toContain('Old idea (1 change)');
    await press(page, '[data-action=restore-draft]');
    await page.waitForFunction(() => document.querySelectorAll('select[name=draft] option').length === 3);
    expect(await words(page, 'select[name=draft] option:checked')).toBe('Old idea (1 change)');
    const main = await page.$eval('select[name=draft] option', (option) => option.value);
    await page.select('select[name=draft]', main);
    await page.waitForSelector('.change');
    expect(await count(page, '.change')).toBe(1);
  });

  it('take a colleague’s file as one step, and say what was left out', async () => {
    const page = await reached('draft-import');
    const review = await words(page, '[data-state=patch]');
    expect(review).toContain('“Checkout of Robin”: 2 changes can be taken over.');
    // What comes in is on the screen.
    expect(review).toContain('Delivery notes');
    expect(review).toContain('.note');
    expect(review).toContain('.public');
    expect(review).toContain('there is no rule like “Loyalty numbers” here');
    expect(review).toMatch(/already is as it shall be/);
    await press(page, '[data-action=take-patch-new]');
    await page.waitForSelector('.change');
    expect(await words(page, 'select[name=draft] option:checked')).toBe('Checkout of Robin (2 changes)');
    expect(await words(page, '.draft')).toContain('.note');
    await press(page, '[data-action=undo]');
    await page.waitForFunction(() => !document.querySelector('.change'));
  });

  it('open a file that they saved themselves', async () => {
    const page = await reached('hand-over-ticket');
    await press(page, '[data-action=export-draft]');
    const file = await page.evaluate(
      () => (window as unknown as { harness: { files: { text: string }[] } }).harness.files[0]?.text ?? '',
    );
    await press(page, '[data-action=discard]');
    await page.waitForFunction(() => !document.querySelector('.change'));
    await press(page, '[data-action=manage-drafts]');
    await chooseFile(page, file);
    await press(page, '[data-action=take-patch]');
    await page.waitForSelector('.change');
  });
});

describe('what is handed over', () => {
  it('tells the change, its effect and the leaks it closes in plain words, without a value of the page', async () => {
    const page = await reached('hand-over-ticket');
    const ticket = await words(page, '.hand-over pre');
    expect(ticket).toContain('Please make 1 change to what FullStory may record');
    expect(ticket).toMatch(/New rule ".+"/);
    expect(ticket).toMatch(/values? becomes? hidden/);
    expect(ticket).toMatch(/It closes \d+ leaks? there/);
    expect(ticket).not.toMatch(/@example|\d{4}/);
  });

  it('names the mark of the recorder at hand and shows where it goes', async () => {
    const page = await reached('hand-over-code');
    const advice = await words(page, '.hand-over pre');
    expect(advice).toContain('Add class="fs-mask" to each of these elements:');
    expect(advice).toMatch(/<\w+ [^>]*class="[^"]*fs-mask"/);
  });
});

describe('what was typed and not saved', () => {
  it('is kept when the editor is left, and goes on where it was', async () => {
    const page = await harness.open('leaks');
    await leaveUnsaved(page);
    expect(await words(page, '[data-kept]')).toContain('input[name="phone"]');
    await press(page, '[data-action=continue-edit]');
    await page.waitForSelector('[name=selector]');
    expect(await page.$eval('[name=selector]', (field) => (field as HTMLTextAreaElement).value)).toBe(
      'input[name="phone"]',
    );
    expect(await page.$('[data-kept]')).toBeNull();
    await press(page, '[data-action=save-draft]');
    await page.waitForFunction(() => document.querySelector('#tab-draft .count')?.textContent === '1');
    expect(await page.$('[data-kept]')).toBeNull();
  });

  it('is thrown away only when somebody says so, and not for what the picker proposed', async () => {
    const page = await harness.open('leaks');
    await leaveUnsaved(page);
    await press(page, '[data-action=forget-edit]');
    await page.waitForFunction(() => !document.querySelector('[data-kept]'));
    expect(await focusedAction(page)).toBe('new-rule');
    await press(page, '[data-view=leaks]');
    await press(page, '[data-action=mask]');
    await page.waitForSelector('.live-count');
    await press(page, '[data-action=cancel-edit]');
    await page.waitForFunction(() => !document.querySelector('.editor'));
    expect(await page.$('[data-kept]')).toBeNull();
  });
});

it('imports nothing that it does not show first', async () => {
  const page = await harness.open('leaks');
  await press(page, '[data-view=draft]');
  await press(page, '[data-action=manage-drafts]');
  await chooseFile(page, colleaguesPatch());
  await page.waitForSelector('[data-state=patch]');
  expect(await count(page, '.change')).toBe(0);
  await press(page, '[data-action=leave-patch]');
  await page.waitForFunction(() => !document.querySelector('[data-state=patch]'));
});

it('leaves the keyboard beside the button that was pressed, when that button goes', async () => {
  const page = await reached('drafts-several');
  expect(await focusedAction(page)).toBe('manage-drafts');
  await press(page, '[data-action=restore-draft]');
  await page.waitForFunction(() => !document.querySelector('.removed-draft'));
  expect(await focusedAction(page)).toBe('manage-drafts');
  await chooseFile(page, colleaguesPatch());
  await press(page, '[data-action=take-patch]');
  await page.waitForFunction(() => !document.querySelector('[data-state=patch]'));
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('patch');
});
