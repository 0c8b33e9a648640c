import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, openHarness } from './openHarness.ts';
import { press, seen } from './panelHands.ts';
import { draftThree, pushStates, typeNames } from './pushStates.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

const words = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '');
const isDisabled = (page: Page, selector: string) =>
  page.$eval(selector, (button) => (button as HTMLButtonElement).disabled);

async function reached(name: string): Promise<Page> {
  const state = pushStates.find((known) => known.name === name);
  if (!state) throw new Error(`no state "${name}"`);
  const page = await harness.open(state.case);
  await state.reach(page);
  return page;
}

describe('two edits of one rule', () => {
  it('are shown side by side, chosen with the keyboard, and planned anew on the rule as it is now', async () => {
    const page = await reached('conflict-clash');
    expect(await isDisabled(page, '[data-action=use-merge]')).toBe(true);
    expect(await words(page, '[data-field=action] legend')).toContain('Both changed it: choose one');
    expect(await words(page, '[data-field=exceptions] legend')).toContain('Merges by itself');
    await page.focus('[data-field=action] input[value=theirs]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await seen(page, '[data-action=use-merge]:enabled');
    expect(await words(page, '.merge-result')).toContain('Hides less than the rule as it is now');
    await page.focus('[data-action=use-merge]');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('[data-merge=rule-4]'));
    await seen(page, '.plan');
    expect(await page.evaluate(() => document.activeElement?.matches('.plan'))).toBe(true);
    // One step: undo brings the draft back as it was.
    await press(page, '[data-action=cancel-push]');
    await press(page, '[data-action=undo]');
    await press(page, '[data-action=push-live]');
    await seen(page, '[data-merge=rule-4]');
  });

  it('can be written by hand in the editor, as an edit of the rule as it is now', async () => {
    const page = await reached('conflict-clash');
    await press(page, '[data-action=edit-merge]');
    await seen(page, '.editor');
    await press(page, '.segment input[value=exclude]');
    await seen(page, '[data-action=save-draft]:enabled');
    await press(page, '[data-action=save-draft]');
    await page.waitForFunction(() => !document.querySelector('.editor'));
    await press(page, '[data-view=draft]');
    await press(page, '[data-action=cancel-push]');
    await press(page, '[data-action=push-live]');
    await seen(page, '.plan');
    expect(await page.$('[data-merge=rule-4]')).toBeNull();
  });

  it('are never merged in silence, and what together hides less than either asks', async () => {
    const page = await reached('conflict-merged');
    expect(await words(page, '[data-merged]')).toContain('ada.sample@example.com');
    expect(await words(page, '[data-merged]')).toContain('Kept from theirs: Description');
    const asks = await reached('conflict');
    expect(await words(asks, '.merge-result')).toContain('Nobody decided on that yet');
  });

  it('leave the rule as it is when it was deleted and the edit is dropped', async () => {
    const page = await reached('conflict-gone');
    await press(page, '[data-action=drop-change]');
    await page.waitForFunction(() => document.querySelector('#tab-draft .count')?.textContent === '2');
  });
});

describe('a push that waits', () => {
  it('is taken back to the draft', async () => {
    const page = await reached('push-queued');
    expect(await words(page, '[data-push-state=waits]')).toContain('Waiting to be written');
    await press(page, '[data-action=take-back]');
    await page.waitForFunction(() => !document.querySelector('[data-action=take-back]'));
    expect(await words(page, '#tab-draft .count')).toBe('3');
  });
});

it('does not confirm a weakening before what becomes visible is on the screen', async () => {
  const page = await harness.open('leaks');
  await draftThree(page);
  await press(page, '[data-action=push-live]');
  await seen(page, '.plan');
  await typeNames(page);
  await seen(page, '[data-action=confirm-push]:enabled');
  expect(await page.$('[data-effect=reading]')).toBeNull();
  expect(await words(page, '.weakening [data-effect]')).toContain('values become visible on this page');
});
