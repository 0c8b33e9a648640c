import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, openHarness } from './openHarness.ts';
import { press, seen, view } from './panelHands.ts';
import { proposalStates, propose } from './proposalStates.ts';
import { draftThree } from './pushStates.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

const words = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-action'));
const gone = (page: Page, selector: string) =>
  page.waitForFunction((found) => !document.querySelector(found), {}, selector);

async function reached(name: string): Promise<Page> {
  const state = proposalStates.find((known) => known.name === name);
  if (!state) throw new Error(`no state "${name}"`);
  const page = await harness.open(state.case);
  await state.reach(page);
  return page;
}

describe('rules in a repository', () => {
  it('are proposed and never pushed: one button, the name typed, then how it stands', async () => {
    const page = await harness.open('repository');
    await draftThree(page);
    expect(await page.$('[data-action=push-live], [data-action=preview-change]')).toBeNull();
    await press(page, '[data-action=propose-change]');
    await seen(page, '.plan');
    expect(await page.$eval('[data-action=confirm-push]', (button) => button.hasAttribute('disabled'))).toBe(
      true,
    );
    const second = await harness.open('repository');
    await propose(second);
    expect(await words(second, '[data-proposal=open] .proposal-stage')).toBe('Waiting for review');
    expect(await words(second, '[data-proposal=open]')).toContain(
      'Becomes visible: What it hides may be recorded',
    );
    expect(await second.$('.plan')).toBeNull();
    // The draft is what it was, and says of each change that it waits.
    expect(
      await second.$$eval('.change', (cards) => cards.map((card) => card.textContent?.includes('Proposed'))),
    ).toEqual([true, true, true]);
    const link = await second.$eval('[data-proposal=open] a', (a) => [
      a.getAttribute('href'),
      a.rel,
      a.target,
    ]);
    expect(link).toEqual(['https://github.com/acme/site/pull/12', 'noopener noreferrer', '_blank']);
  });

  it('are withdrawn by two clicks, and the keyboard is not lost', async () => {
    const page = await reached('proposal-open');
    await press(page, '[data-action=withdraw-proposal]');
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('data-action') === 'withdraw-proposal-now',
    );
    await press(page, '[data-action=withdraw-proposal-now]');
    await seen(page, '[data-proposal=declined]');
    expect(await focused(page)).toBe('refresh-proposals');
    expect(await words(page, '[data-proposal=declined] .proposal-means')).toContain(
      'the draft still holds it',
    );
  });
});

describe('a proposal of somebody else', () => {
  it('is approved at once when it only hides, and by its rule’s name when it reveals', async () => {
    const page = await reached('proposals-others');
    const enabled = () =>
      page.$$eval('[data-action=approve-proposal]', (buttons) =>
        buttons.map((one) => !one.hasAttribute('disabled')),
      );
    expect(await enabled()).toEqual([true, false, false]);
    await page.type('input[name=approve-name]', 'order history');
    expect(await enabled()).toEqual([true, false, false]);
    await page.$eval('input[name=approve-name]', (field) => field.select());
    await page.type('input[name=approve-name]', 'Order history');
    expect(await enabled()).toEqual([true, true, false]);
    await press(page, '.proposal:nth-of-type(2) [data-action=approve-proposal]');
    await gone(page, 'input[name=approve-name]');
    await press(page, '[data-action=decline-proposal]');
    await gone(page, '[data-action=approve-proposal]:enabled');
  });

  it('that was overtaken is declined, never approved', async () => {
    const page = await reached('proposals-others');
    const overtaken = '.proposal:nth-of-type(3)';
    expect(await page.$(`${overtaken} input`)).toBeNull();
    expect(await page.$(`${overtaken} [data-action=approve-proposal]:disabled`)).not.toBeNull();
    await press(page, `${overtaken} [data-action=decline-proposal]`);
    await gone(page, overtaken);
  });

  it('is only looked at by whoever may not decide', async () => {
    const page = await harness.open('proposals-reader');
    await view(page, 'draft');
    await seen(page, '.proposal');
    expect(await page.$('[data-action=approve-proposal]')).toBeNull();
  });
});
