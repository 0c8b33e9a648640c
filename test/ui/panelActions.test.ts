import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orgRules } from './harness/rules.ts';
import { type Harness, openHarness, scanned } from './openHarness.ts';
import { draftThree } from './pushStates.ts';
import { states } from './states.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

const words = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '');
const press = async (page: Page, selector: string) => (await page.waitForSelector(selector))?.click();
const focused = (page: Page, attribute: string) =>
  page.evaluate((name) => document.activeElement?.getAttribute(name), attribute);

async function reached(name: string): Promise<Page> {
  const state = states.find((known) => known.name === name);
  if (!state) throw new Error(`no state "${name}"`);
  const page = await harness.open(state.case);
  await state.reach(page);
  return page;
}

interface Files {
  readonly harness: { readonly files: readonly { readonly name: string; readonly text: string }[] };
}
const savedFile = (page: Page) =>
  page.evaluate(() => (window as unknown as Files).harness.files[0]?.text ?? '');

describe('the panel', () => {
  it('answers in one sentence before anything is clicked', async () => {
    const page = await reached('leaks');
    const count = Number(await words(page, '[data-view=leaks] .count'));
    expect(count).toBeGreaterThan(0);
    expect(await words(page, '[data-verdict-sentence]')).toBe(
      `${count} things on this page look personal and would be recorded.`,
    );
  });

  it('keeps a leak that was on the page for one frame, and says that it is gone', async () => {
    const page = await reached('recording');
    const rows = await page.$$eval('.leak:has(.past)', (leaks) =>
      leaks.map((leak) => leak.textContent ?? ''),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('k•••@');
    // Neither the page's checks again nor any other change takes it back; only starting over does.
    await press(page, '[data-action=rescan-page]');
    await scanned(page);
    expect(await page.$$('.past')).toHaveLength(1);
    await press(page, '.recording .disclosure-button');
    await press(page, '[data-action=restart-recording]');
    await page.waitForFunction(() => !document.querySelector('.past'));
    await scanned(page);
    expect(await page.$('.past')).toBeNull();
  });

  it('counts what was typed once, however many letters it took', async () => {
    const page = await reached('recording');
    const samples = await page.$$eval('.leak .sample', (found) =>
      found.map((sample) => sample.textContent ?? ''),
    );
    expect(samples.filter((sample) => sample.startsWith('a•••@'))).toHaveLength(1);
  });

  it('tells what another recorder would do with the same page, value by value', async () => {
    const page = await reached('compare');
    expect(await words(page, '.compare-evidence')).toBe(
      'FullStory documented, not verifiedPostHog verified against posthog-js 1.449.2',
    );
    const leaks = await page.$$eval('[data-leaks]', (cells) =>
      cells.map((cell) => Number(cell.getAttribute('data-leaks'))),
    );
    expect(leaks).toHaveLength(2);
    expect(leaks[0]).toBe(Number(await words(page, '[data-view=leaks] .count')));
    expect(await words(page, '.comparison')).toContain('FullStory would mask it; PostHog would send it.');
  });

  it('never calls a page clean whose recorder lost a list to a broken selector', async () => {
    const page = await reached('recorder-broken-list');
    await page.waitForFunction(() => document.querySelector('main')?.getAttribute('data-verdict') === 'red');
  });

  it('shows no value of the page as it is', async () => {
    const page = await reached('leaks');
    const text = await words(page, 'main');
    expect(text).not.toContain('robin.example');
    expect(text).not.toContain('4242 4242');
  });

  it('never calls a page clean while a frame was not read', async () => {
    const page = await reached('first-run');
    expect(await page.$eval('main', (main) => main.getAttribute('data-verdict'))).toBe('amber');
  });

  it('names what is undocumented when it calls a page clean', async () => {
    const page = await reached('clean');
    await press(page, '.why .disclosure-button');
    expect(await page.$$eval('.why li', (items) => items.length)).toBeGreaterThan(3);
  });

  it('says beside the recorder, in the choice and at the verdict that it is documented and not verified', async () => {
    const page = await reached('documented-sources');
    const badge = 'documented, not verified';
    expect(await words(page, '.header-recorder')).toBe(`Hotjar ${badge}`);
    expect(await words(page, 'select[name=recorder] option:checked')).toBe(`Hotjar (${badge})`);
    expect(await words(page, '.verdict [data-evidence]')).toBe(badge);
    expect(await words(page, '.verdict')).toContain('This rests on what Hotjar documents in public.');
    expect(await words(page, '.evidence-sources')).toContain('https://help.hotjar.com/');
    expect(await page.$$eval('[data-evidence] svg', (signs) => signs.length)).toBe(3);
  });

  it('says against which package a recorder is verified, and nothing of documents then', async () => {
    const page = await reached('recorder-found');
    expect(await words(page, '.header-recorder')).toBe(
      'Datadog verified against @datadog/browser-rum 7.16.2',
    );
    expect(await page.$('.verdict [data-evidence]')).toBe(null);
  });

  it('exports a report without raw values and without the path of the page', async () => {
    const page = await reached('leaks');
    await press(page, '[data-action=scrim-report-json]');
    const text = await savedFile(page);
    expect(JSON.parse(text)).toMatchObject({
      scrim: 1,
      pages: [{ page: 'https://shop.example.com/order', loaded: true }],
      profile: 'fullstory',
      evidence: { kind: 'documented', sources: expect.arrayContaining(['https://help.fullstory.com/']) },
    });
    expect(text).not.toMatch(/robin|4242 4242|Robin Example/i);
  });
});

describe('hazards', () => {
  it('stand below the leaks, say what helps on request, and show where', async () => {
    const page = await reached('hazards');
    const order = await page.$$eval('.leak-group, .hazards', (parts) => parts.map((part) => part.className));
    expect(order.at(-1)).toBe('hazards');
    expect(await words(page, '[data-hazard=mask-misses-fields]')).toContain('What helps: ');
    expect(await page.$('[data-hazard=mask-misses-fields] [data-action=show]')).not.toBeNull();
    expect(await words(page, '.hazards')).not.toMatch(/Robin|Kim/);
  });

  it('are in the report, without values', async () => {
    const page = await reached('hazards');
    await press(page, '[data-action=scrim-report-json]');
    const text = await savedFile(page);
    const { pages } = JSON.parse(text) as {
      pages: readonly { readonly hazards: readonly { readonly id: string }[] }[];
    };
    expect(pages[0]?.hazards.map(({ id }) => id)).toContain('mask-misses-fields');
    expect(text).not.toMatch(/Robin|Kim Sample/);
  });

  it('are not spoken of where there are none, nor twice where a list is switched off', async () => {
    const clean = await reached('clean');
    expect(await clean.$('.hazards')).toBeNull();
    const broken = await reached('recorder-broken-list');
    await broken.waitForSelector('[data-state=configuration-problems]');
    expect(await broken.$('[data-hazard=broken-list]')).toBeNull();
  });
});

describe('the export', () => {
  it('copies and saves the very code it shows, and says which rules it refuses', async () => {
    const page = await reached('export');
    await page
      .browserContext()
      .overridePermissions(new URL(page.url()).origin, ['clipboard-read', 'clipboard-sanitized-write']);
    // What a page in the background copies, the browser refuses.
    await page.bringToFront();
    const shown = await words(page, '.export-code pre');
    expect(shown).toMatch(/^rrweb\.record\(\{/);
    await press(page, '[data-action=copy-code]');
    await page.waitForFunction(
      () => document.querySelector('.export [role=status]')?.textContent === 'Copied',
    );
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
    await press(page, '[data-action=save-code]');
    expect(await savedFile(page)).toBe(shown);
    expect(await words(page, '.export-notes')).toContain('Recent orders');
  });

  it('has the draft in it', async () => {
    const page = await reached('export-same');
    const text = await words(page, '.export-code pre');
    const { scrim, rules } = JSON.parse(text) as { scrim: number; rules: readonly { readonly id: string }[] };
    expect(scrim).toBe(1);
    const known = orgRules().rules.map(({ id }) => id);
    expect(rules.filter(({ id }) => !known.includes(id))).toHaveLength(1);
  });
});

describe('the keyboard', () => {
  it('moves between the tabs with arrow keys, and around the ends', async () => {
    const page = await reached('leaks');
    await page.focus('[data-view=leaks]');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page, 'data-view')).toBe('draft');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page, 'data-view')).toBe('pages');
    expect(await page.$eval('[data-view=pages]', (tab) => tab.getAttribute('aria-selected'))).toBe('true');
  });

  it('arms the picker with Alt+P from inside a field, and Escape leaves it', async () => {
    const page = await reached('rules');
    await page.focus('[name=rule-filter]');
    await page.keyboard.down('Alt');
    await page.keyboard.press('KeyP');
    await page.keyboard.up('Alt');
    await page.waitForSelector('.picker');
    expect(await focused(page, 'class')).toBe('picker');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.picker', { hidden: true });
  });

  it('picks an element and drafts a rule for it without a pointer', async () => {
    const page = await reached('picker');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.candidates');
    expect(await focused(page, 'name')).toBe('selector');
    await page.waitForSelector('.live-count');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#tab-draft .count')?.textContent === '1');
  });

  it('reaches every control of the leaks view, and shows where it is', async () => {
    const page = await reached('leaks');
    const all = await page.$$eval(
      'main button, main input',
      (controls) => controls.filter((control) => (control as HTMLElement).tabIndex >= 0).length,
    );
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const outlines = new Set<string>();
    for (let step = 0; step < all; step += 1) {
      await page.keyboard.press('Tab');
      outlines.add(
        await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle),
      );
    }
    expect([...outlines]).toEqual(['solid']);
  });
});

describe('the rule editor', () => {
  it('counts matches while a selector is typed', async () => {
    const page = await reached('rules');
    await press(page, '[data-action=new-rule]');
    await page.type('[name=selector]', 'section');
    await page.waitForFunction(() => document.querySelector('.live-count')?.textContent?.startsWith('4 '));
  });

  it('says that a selector is invalid and does not let it be saved', async () => {
    const page = await reached('editor-invalid');
    expect(
      await page.$eval('[data-action=save-draft]', (button) => (button as HTMLButtonElement).disabled),
    ).toBe(true);
    await page.focus('[name=selector]');
    await page.keyboard.press('Enter');
    expect(await page.$('#tab-draft .count')).toBeNull();
  });

  it('offers stops that match different things, from one to many', async () => {
    const page = await reached('editor');
    const counts: number[] = [];
    const last = await page.$eval('[name=candidates]', (slider) => Number((slider as HTMLInputElement).max));
    await page.focus('[name=candidates]');
    await page.keyboard.press('Home');
    for (let stop = 0; stop <= last; stop += 1) {
      counts.push(Number.parseInt(await words(page, '.candidate-now'), 10));
      await page.keyboard.press('ArrowRight');
    }
    expect(counts[0]).toBe(1);
    expect(new Set(counts).size).toBeGreaterThanOrEqual(2);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  it('tells that masking a leak closes it before anything is saved', async () => {
    const page = await reached('editor');
    await page.waitForFunction(() => document.querySelector('.effect-good')?.textContent === 'Closes 1 leak');
  });
});

describe('the draft', () => {
  it('undoes and redoes an edit', async () => {
    const page = await reached('draft');
    await press(page, '[data-action=undo]');
    await page.waitForFunction(() => document.querySelector('#tab-draft .count')?.textContent === '2');
    await press(page, '[data-action=redo]');
    await page.waitForFunction(() => document.querySelector('#tab-draft .count')?.textContent === '3');
  });

  it('does not push a weaker rule before its name is typed exactly', async () => {
    const page = await reached('plan');
    const disabled = () =>
      page.$eval('[data-action=confirm-push]', (button) => (button as HTMLButtonElement).disabled);
    expect(await disabled()).toBe(true);
    const fields = await page.$$('[name=confirm-name]');
    await fields[0]?.type('order history');
    await fields[1]?.type('Customer name');
    expect(await disabled()).toBe(true);
    await fields[0]?.evaluate((field) => {
      (field as HTMLInputElement).value = '';
    });
    await fields[0]?.type('Order history');
    await page.waitForSelector('[data-action=confirm-push]:enabled');
    // It was on the screen by then.
    expect(await page.$$eval('.weakening [data-effect=known]', (all) => all.length)).toBe(2);
  });

  it('does not push a weaker rule beside a change that somebody else made impossible', async () => {
    const page = await reached('conflict');
    expect(await words(page, '.plan .notice-bad')).toContain('changed by somebody else');
    await page.type('[name=confirm-name]', 'Customer name');
    expect(
      await page.$eval('[data-action=confirm-push]', (button) => (button as HTMLButtonElement).disabled),
    ).toBe(true);
    expect(await words(page, '.plan')).toContain('the conflict comes first');
  });

  it('does not offer a push to a key that may not write', async () => {
    const page = await harness.open('architect');
    await draftThree(page);
    expect(await page.$('[data-action=push-live]')).toBeNull();
    expect(await words(page, '.push-note')).toContain('Admin');
  });

  it('does not push to an org the page does not belong to', async () => {
    const page = await harness.open('other-org');
    await scanned(page);
    await draftThree(page);
    expect(
      await page.$eval('[data-action=push-live]', (button) => (button as HTMLButtonElement).disabled),
    ).toBe(true);
  });

  it('exports the draft as a file of rules', async () => {
    const page = await reached('draft');
    await press(page, '[data-action=hand-over]');
    await press(page, '[data-action=export-draft]');
    const file = JSON.parse(await savedFile(page)) as { changes: readonly { change: string }[] };
    expect(file.changes.map(({ change }) => change).sort()).toEqual(['create', 'delete', 'update']);
  });
});

describe('the options page', () => {
  it('asks for access to the chosen host in the click, and forgets the key from the form', async () => {
    const page = await reached('options');
    await page.select('[name=where]', 'eu');
    await page.type('[name=key]', 'not-a-real-key');
    await press(page, '[data-action=connect]');
    await page.waitForFunction(
      () => (document.querySelector('[name=key]') as HTMLInputElement | null)?.value === '',
    );
    const asked = await page.evaluate(
      () => (window as unknown as { harness: { asked: string[] } }).harness.asked,
    );
    expect(asked).toEqual(['https://api.eu1.fullstory.com']);
  });

  it('asks for no access for a server of your own', async () => {
    const page = await reached('options');
    await page.select('[name=where]', 'server');
    await page.type('[name=server]', 'http://127.0.0.1:4100');
    await page.type('[name=key]', 'not-a-real-key');
    await press(page, '[data-action=connect]');
    await page.waitForFunction(
      () => (document.querySelector('[name=key]') as HTMLInputElement | null)?.value === '',
    );
    const asked = await page.evaluate(
      () => (window as unknown as { harness: { asked: string[] } }).harness.asked,
    );
    expect(asked).toEqual([]);
  });

  it('opens the form for a key that is gone, with its place filled in', async () => {
    const page = await reached('options-several');
    await press(page, '[data-connection=c3] [data-action=connect-again]');
    await page.waitForSelector('[name=repository]');
    const typed = await page.$$eval('form input, form select', (fields) =>
      Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    );
    expect(typed).toMatchObject({
      ...{ where: 'github', repository: 'acme/masking-rules', path: 'rules/scrim.json' },
      ...{ branch: 'main', enterprise: '', key: '' },
    });
  });

  it('forgets all keys in two clicks, and keeps the keyboard where it was', async () => {
    const page = await reached('options-several');
    await page.focus('[data-action=forget-all]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-action=forget-all-now]');
    expect(await focused(page, 'data-action')).toBe('forget-all-now');
    await press(page, '[data-action=forget-none]');
    await page.waitForSelector('[data-action=forget-all]');
  });
});
