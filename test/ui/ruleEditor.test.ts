import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, newRule, remark, write } from './editorStates.ts';
import { type Harness, openHarness, scanned } from './openHarness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

const press = async (page: Page, selector: string) => (await page.waitForSelector(selector))?.click();
const written = (page: Page) =>
  page.$eval('[name=selector]', (field) => (field as HTMLTextAreaElement).value);
const offered = (page: Page) =>
  page.$$eval('[role=option] .completion-name', (items) => items.map((item) => item.textContent ?? ''));

async function editing(): Promise<Page> {
  const page = await harness.open('named');
  await newRule(page);
  return page;
}

async function undo(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyZ');
  await page.keyboard.up('Control');
}

describe('completion', () => {
  it('offers the names of the page, none of which is anybody’s', async () => {
    const page = await editing();
    await page.type('[name=selector]', '.c');
    await page.waitForSelector('[role=option]');
    const names = await offered(page);
    expect(names).toContain('profile-card');
    expect(names).not.toContain('customer-jane-roe');
    expect(names.at(-1)).toMatch(/css-1q2w3e|Card_/);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('#');
    await page.waitForFunction(
      () => document.querySelector('.completion-name')?.textContent === 'profile-form',
    );
    expect(await offered(page)).not.toContain('jane-roe');
  });

  it('is the keyboard’s: arrows choose, Enter takes, and the browser’s own undo gives back', async () => {
    const page = await editing();
    await page.type('[name=selector]', '.order');
    await page.waitForSelector('[role=option][aria-selected=true]');
    await page.keyboard.press('ArrowDown');
    const chosen = await page.$eval('[name=selector]', (field) =>
      field.getAttribute('aria-activedescendant'),
    );
    const name = await page.$eval(`[id="${chosen}"] .completion-name`, (item) => item.textContent ?? '');
    await page.keyboard.press('Enter');
    expect(await written(page)).toBe(`.${name}`);
    expect(await page.$('[role=listbox]')).toBeNull();
    expect(await page.$('.editor')).not.toBeNull();
    await undo(page);
    expect(await written(page)).toBe('.order');
  });

  it('closes with Escape before the editor does', async () => {
    const page = await editing();
    await page.type('[name=selector]', '.pro');
    await page.waitForSelector('[role=listbox]');
    await page.keyboard.press('Escape');
    expect(await page.$('[role=listbox]')).toBeNull();
    expect(await written(page)).toBe('.pro');
    await page.keyboard.press('Escape');
    expect(await page.$('.editor')).toBeNull();
  });

  it('comes when it is asked for, with whole pieces', async () => {
    const page = await editing();
    await page.focus('[name=selector]');
    await page.keyboard.down('Control');
    await page.keyboard.press('Space');
    await page.keyboard.up('Control');
    await page.waitForSelector('[role=option]');
    expect(await offered(page)).toContain('[data-testid="profile-mail"]');
    expect(await page.$('[role=option][aria-selected=true]')).toBeNull();
  });
});

describe('remarks', () => {
  it('mark the place of what is wrong, and say it where the field points to', async () => {
    const page = await editing();
    await write(page, '.profile-card { color: red }');
    await remark(page, 'invalid');
    expect(await page.$eval('.tok-bad', (mark) => mark.textContent)).toBe('{');
    const says = await page.$eval('[name=selector]', (field) =>
      (field.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
        .join(' '),
    );
    expect(says).toContain('At character 15: curly brackets belong to style sheets, not to selectors.');
    expect(await page.$eval('[data-action=save-draft]', (save) => (save as HTMLButtonElement).disabled)).toBe(
      true,
    );
    await press(page, '[data-mend=faults]');
    expect(await written(page)).toBe('.profile-card');
    await page.waitForFunction(() => document.querySelector('.live-count')?.textContent?.startsWith('1 '));
  });

  it('are mended in one click that is checked, and taken back in one', async () => {
    const page = await editing();
    await write(page, '.Card_title__Qw3rT');
    await remark(page, 'generated-name');
    await page.waitForFunction(() =>
      document
        .querySelector('[data-mend=prefix]')
        ?.parentElement?.textContent?.includes('matches the same element'),
    );
    await press(page, '[data-mend=prefix]');
    expect(await written(page)).toBe('[class*="Card_title__"]');
    await press(page, '[data-action=undo-mend]');
    expect(await written(page)).toBe('.Card_title__Qw3rT');
  });

  it('are mended by key, and the browser’s own undo takes that back too', async () => {
    const page = await editing();
    await write(page, '.Card_title__Qw3rT');
    await page.waitForSelector('[data-mend]');
    await page.focus('[name=selector]');
    await page.keyboard.down('Control');
    await page.keyboard.press('.');
    await page.keyboard.up('Control');
    await page.waitForSelector('[data-action=undo-mend]');
    expect(await written(page)).not.toBe('.Card_title__Qw3rT');
    await page.focus('[name=selector]');
    await undo(page);
    expect(await written(page)).toBe('.Card_title__Qw3rT');
  });

  it('say when a mend hides less', async () => {
    const page = await editing();
    await write(page, 'body');
    await remark(page, 'matches-everything');
    await page.waitForSelector('.mend-weakens');
    expect(await page.$eval('.mend-weakens', (effect) => effect.textContent)).toContain(
      'no longer matches 1 element',
    );
  });

  it('come from the engine: an unmask that Form Privacy beats, mended at the other rule, in the draft', async () => {
    const page = await editing();
    await choose(page, 'unmask');
    await write(page, 'input.profile-name');
    await remark(page, 'form-privacy-wins');
    await press(page, '[data-mend=spare-there]');
    await page.waitForFunction(() => document.querySelector('[data-view=draft] .count')?.textContent === '1');
    expect(await written(page)).toBe('input.profile-name');
  });

  it('name what this page has in the place of what it has not', async () => {
    const page = await editing();
    await write(page, '.profile-fone');
    await remark(page, 'matches-nothing');
    await page.waitForSelector('[data-mend=pick]');
    await page.$eval('[name=selector]', (field) => (field as HTMLTextAreaElement).select());
    await write(page, '.profile-phons');
    await press(page, '[data-mend=similar]');
    expect(await written(page)).toBe('.profile-phone');
  });
});

describe('matches', () => {
  it('are walked through by key, round and round, and each says what the recorder does with it now', async () => {
    const page = await editing();
    await write(page, '.order-person');
    await page.waitForSelector('.matched-row');
    expect(await page.$$eval('.matched-row', (rows) => rows.map((row) => row.textContent))).toHaveLength(3);
    expect(await page.$eval('.matched-row', (row) => row.textContent)).toContain('Masked');
    const at = () => page.$eval('.matched-walk', (walk) => /\d of \d/.exec(walk.textContent ?? '')?.[0]);
    await page.keyboard.press('F8');
    expect(await at()).toBe('1 of 3');
    await page.keyboard.down('Shift');
    await page.keyboard.press('F8');
    await page.keyboard.up('Shift');
    expect(await at()).toBe('3 of 3');
  });
});

describe('rules that somebody imported', () => {
  it('are shown and opened whatever stands in them: no markup, no style, no request, no hang', async () => {
    const page = await harness.open('smuggled');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await scanned(page);
    const sheets = await page.evaluate(() => document.styleSheets.length);
    await press(page, '[data-view=rules]');
    for (const id of [
      'megabyte',
      'commas',
      'sheet',
      'comment',
      'turned',
      'zero',
      'lines',
      'host',
      'markup',
    ]) {
      const start = Date.now();
      await press(page, `[data-rule=${id}] [data-action=edit-rule]`);
      await page.waitForSelector('.editor');
      await page.waitForSelector('.lint-item, .live-count, .problem-bad');
      expect(Date.now() - start, id).toBeLessThan(8000);
      await press(page, '[data-action=cancel-edit]');
    }
    expect(await page.$('img[src=x]')).toBeNull();
    expect(asked.filter((url) => url.includes('evil'))).toEqual([]);
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(sheets);
    const shown = await page.$eval(
      '[data-rule=turned] .rule-selector',
      (selector) => selector.textContent ?? '',
    );
    expect(shown).toContain('⟨U+202E⟩');
    expect(shown).not.toContain('\u202e');
  });

  it('are cut where they are too long to be edited, and can be begun anew', async () => {
    const page = await harness.open('smuggled');
    await scanned(page);
    await press(page, '[data-view=rules]');
    await press(page, '[data-rule=megabyte] [data-action=edit-rule]');
    await page.waitForSelector('[data-lint=too-long]');
    expect(await page.$eval('.editor', (editor) => editor.textContent?.length ?? 0)).toBeLessThan(5000);
    await press(page, '[data-action=empty-selector]');
    expect(await written(page)).toBe('');
  });
});

describe('the editor and the keyboard', () => {
  const focused = (page: Page) =>
    page.evaluate(() => {
      const { activeElement } = document;
      const rule = activeElement?.closest('[data-rule]')?.getAttribute('data-rule');
      return `${activeElement?.getAttribute('data-action')} ${rule ?? ''}`.trim();
    });
  const gone = (page: Page) => page.waitForFunction(() => !document.querySelector('.editor'));

  it('go back to the rule that was edited, or to where a new one begins', async () => {
    const page = await harness.open('leaks');
    await scanned(page);
    await press(page, '[data-view=rules]');
    await press(page, '[data-rule=rule-4] [data-action=edit-rule]');
    await page.waitForSelector('.editor');
    await page.keyboard.press('Escape');
    await gone(page);
    expect(await focused(page)).toBe('edit-rule rule-4');
    await press(page, '[data-action=new-rule]');
    await page.waitForSelector('.editor');
    await page.keyboard.press('Escape');
    await gone(page);
    expect(await focused(page)).toBe('new-rule');
    await page.close();
  });

  it('go on at the rule that was saved', async () => {
    const page = await harness.open('leaks');
    await scanned(page);
    await press(page, '[data-action=mask]');
    await page.waitForSelector('.live-count');
    await page.focus('[name=selector]');
    await page.keyboard.press('Enter');
    await gone(page);
    expect(await focused(page)).toMatch(/^edit-rule .+/);
    await page.close();
  });

  it('have all of a rule that was begun from a leak in sight, down to the button that saves it', async () => {
    const page = await harness.open('leaks');
    await scanned(page);
    await press(page, '[data-action=mask]');
    await page.waitForSelector('.effect-good');
    const { top, bottom, tabs } = await page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      return {
        top: box('.editor')?.top ?? 0,
        bottom: box('[data-action=save-draft]')?.bottom ?? Number.POSITIVE_INFINITY,
        tabs: box('.tabs')?.bottom ?? 0,
      };
    });
    expect(top).toBeGreaterThanOrEqual(tabs);
    expect(bottom).toBeLessThanOrEqual(800);
    await page.close();
  });

  it('speak of examples as they are: none to add to yet, and nothing to walk through', async () => {
    const page = await editing();
    const add = () => page.$eval('[data-action=add-example]', (button) => button.textContent);
    expect(await add()).toBe('Add an example');
    await write(page, '.profile-mail');
    await page.waitForSelector('.matched-row');
    expect(await add()).toBe('Add another example');
    expect(await page.$('[data-action=next-match]')).toBeNull();
    await page.close();
  });
});
