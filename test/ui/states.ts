import type { Page } from 'puppeteer';
import { draftStates } from './draftStates.ts';
import { editorStates } from './editorStates.ts';
import { historyStates } from './historyStates.ts';
import { measuredStates } from './measuredStates.ts';
import { scanned } from './openHarness.ts';
import { maskFirstLeak, press, seen, view } from './panelHands.ts';
import { pickerStates } from './pickerStates.ts';
import { proposalStates } from './proposalStates.ts';
import { draftThree, planned, pushStates } from './pushStates.ts';
import { qaStates } from './qaStates.ts';
import { savedPageStates } from './savedPageStates.ts';
import type { UiState } from './uiState.ts';

/** Another recorder, with the configuration of a site. */
async function chooseRecorder(page: Page, configuration: string, recorder = 'sentry'): Promise<void> {
  await press(page, '[data-action=session]');
  await page.select('select[name=recorder]', recorder);
  await seen(page, 'textarea[name=configuration]');
  await page.type('textarea[name=configuration]', configuration);
  await page.$eval('textarea[name=configuration]', (field) => field.blur());
}

/** The rules as another recorder's code. */
async function openExport(page: Page, recorder: string): Promise<void> {
  await press(page, '[data-action=export-rules]');
  await seen(page, 'select[name=export-to]');
  await page.select('select[name=export-to]', recorder);
  await seen(page, '.export-code');
}

async function compareWith(page: Page, other: string): Promise<void> {
  await scanned(page);
  await page.select('select[name=compare-with]', other);
  await seen(page, '[data-state=compared]');
}

/** The inspected page shows an address for one frame, and somebody types another one letter by letter. */
async function changeThePage(page: Page): Promise<void> {
  await scanned(page);
  // One that records what is typed.
  await chooseRecorder(page, '{}', 'rrweb');
  await press(page, '[data-action=session]');
  await page.waitForFunction(() => document.querySelector('.recording'));
  await scanned(page);
  await page.evaluate(async () => {
    const shop = document.querySelector<HTMLIFrameElement>('#page')?.contentDocument;
    const field = shop?.querySelector<HTMLInputElement>('input.newsletter');
    if (!shop || !field) throw new Error('the page is not there');
    const toast = shop.createElement('p');
    toast.textContent = 'Sent to kim.sample@example.org';
    shop.querySelector('main')?.append(toast);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    toast.remove();
    for (const letter of 'alex.example@example.net') {
      field.value += letter;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
  });
  await page.waitForFunction(
    () => Number(document.querySelector('[data-late-records]')?.getAttribute('data-late-records')) > 20,
  );
  // The page is looked at again by itself: what was typed is still there, the other is not.
  await page.waitForFunction(() => document.querySelectorAll('.past').length === 1);
  await scanned(page);
}

export const states: readonly UiState[] = [
  ...editorStates,
  ...measuredStates,
  ...qaStates,
  { name: 'leaks', case: 'leaks', reach: scanned },
  { name: 'recording', case: 'leaks', reach: changeThePage },
  {
    name: 'recording-why',
    case: 'leaks',
    reach: async (page) => {
      await changeThePage(page);
      await press(page, '.recording .disclosure-button');
    },
  },
  {
    name: 'coverage',
    case: 'leaks',
    reach: async (page) => {
      await scanned(page);
      await press(page, '.coverage .disclosure-button');
    },
  },
  { name: 'session', case: 'leaks', reach: (page) => press(page, '[data-action=session]') },
  { name: 'recorder-found', case: 'other-recorder', reach: (page) => press(page, '[data-action=session]') },
  { name: 'recorder-asked', case: 'recorder-asked', reach: scanned },
  {
    name: 'recorder-pasting',
    case: 'recorder-asked',
    reach: async (page) => {
      await scanned(page);
      await press(page, '[data-action=paste-configuration]');
      await seen(page, '.recorders textarea');
    },
  },
  {
    name: 'ways-out',
    case: 'ways-out',
    reach: async (page) => {
      await scanned(page);
      await seen(page, '.ways-out');
    },
  },
  { name: 'recorders-many', case: 'recorders-many', reach: scanned },
  { name: 'recorder', case: 'leaks', reach: (page) => chooseRecorder(page, '{ "maskAllText": false }') },
  {
    name: 'recorder-broken-list',
    case: 'leaks',
    reach: async (page) => {
      await chooseRecorder(page, '{ "mask": [".name", "["], "maskAllText": false }');
      await seen(page, '[data-state=configuration-problems]');
    },
  },
  {
    name: 'hazards',
    case: 'hazards',
    reach: async (page) => {
      await chooseRecorder(page, '{}', 'rrweb');
      await seen(page, '[data-hazard=mask-misses-fields]');
      await press(page, '[data-action=session]');
      await press(page, '[data-action=more-hazards]');
      await press(page, '[data-hazard=mask-misses-fields] .disclosure-button');
    },
  },
  {
    name: 'hazard-one',
    case: 'clean',
    reach: async (page) => {
      await chooseRecorder(page, '{ "content": false }', 'clarity');
      await seen(page, '[data-hazards="1"]');
    },
  },
  { name: 'recorder-problem', case: 'leaks', reach: (page) => chooseRecorder(page, '{ "mask": 5 }') },
  { name: 'documented', case: 'documented', reach: scanned },
  {
    name: 'documented-sources',
    case: 'documented',
    reach: async (page) => {
      await scanned(page);
      await press(page, '[data-action=session]');
      await press(page, '.evidence-block .disclosure-button');
    },
  },
  {
    name: 'tag-filter',
    case: 'settled',
    reach: async (page) => {
      await scanned(page);
      await press(page, '[data-filter=pci]');
      await seen(page, '[data-filter=pci][aria-pressed=true]');
    },
  },
  { name: 'settled', case: 'settled', reach: scanned },
  {
    name: 'mask-all',
    case: 'settled',
    reach: async (page) => {
      await scanned(page);
      await press(page, '[data-kind="detector.email"] [data-action=mask-all]');
      await seen(page, '.mask-all[data-state=ready]');
    },
  },
  {
    name: 'suppress',
    case: 'settled',
    reach: async (page) => {
      await scanned(page);
      await press(page, '[data-kind="detector.payment-card"] .suppress .disclosure-button');
      await page.type('[name=suppress-reason]', 'Mail robin.example@example.com about it');
      await press(page, '[data-action=suppress-save]');
      await seen(page, '.suppress-form .field-problem');
    },
  },
  {
    name: 'over-masked',
    case: 'settled',
    reach: async (page) => {
      await scanned(page);
      await press(page, '.over-masked .disclosure-button');
      await seen(page, '.over-masked-row');
    },
  },
  {
    name: 'detector-new',
    case: 'settled',
    reach: async (page) => {
      await scanned(page);
      await view(page, 'rules');
      await press(page, '[data-action=new-detector]');
      await page.type('[name=detector-name]', 'order-number');
      await page.type('[name=detector-pattern]', 'P-\\d{6}');
      await page.type('[name=detector-found]', 'P-123456');
      await seen(page, '[data-trial=done]');
    },
  },
  {
    name: 'detector-refused',
    case: 'settled',
    reach: async (page) => {
      await scanned(page);
      await view(page, 'rules');
      await press(page, '[data-action=new-detector]');
      await page.type('[name=detector-name]', 'order-number');
      await page.type('[name=detector-pattern]', '(a+)+\\1');
      await page.type('[name=detector-found]', 'aa');
      await seen(page, '[data-trial=problem]');
    },
  },
  {
    name: 'broken-detector',
    case: 'broken-detector',
    reach: async (page) => {
      await scanned(page);
      await press(page, '.why .disclosure-button');
    },
  },
  { name: 'first-run', case: 'first-run', reach: scanned },
  { name: 'clean', case: 'clean', reach: scanned },
  {
    name: 'partly',
    case: 'partly',
    reach: async (page) => {
      await scanned(page);
      await press(page, '.why .disclosure-button');
    },
  },
  { name: 'waiting', case: 'waiting', reach: (page) => seen(page, '[data-page-state=waiting]') },
  { name: 'browser-page', case: 'browser-page', reach: (page) => seen(page, '.screen') },
  { name: 'no-access', case: 'no-access', reach: (page) => seen(page, '[data-action=allow-site]') },
  { name: 'huge', case: 'huge', reach: (page) => seen(page, '[data-action=cancel-scan]') },
  {
    name: 'cancelled',
    case: 'huge',
    reach: async (page) => {
      await press(page, '[data-action=cancel-scan]');
      await seen(page, 'main[data-scan-state=cancelled]');
    },
  },
  {
    name: 'stale',
    case: 'stale',
    reach: async (page) => {
      await scanned(page);
      await seen(page, '[data-state=stale]');
    },
  },
  { name: 'offline', case: 'offline', reach: scanned },
  { name: 'key-refused', case: 'key-refused', reach: scanned },
  { name: 'role-too-low', case: 'role-too-low', reach: scanned },
  { name: 'other-org', case: 'other-org', reach: scanned },
  { name: 'compare', case: 'leaks', reach: (page) => compareWith(page, 'posthog') },
  {
    name: 'compare-plain',
    case: 'clean',
    reach: async (page) => {
      await compareWith(page, 'openreplay');
      await press(page, '.compare-group .disclosure-button');
    },
  },
  {
    name: 'rules',
    case: 'leaks',
    reach: async (page) => {
      await scanned(page);
      await view(page, 'rules');
      await press(page, '[data-rule=rule-1] .rule-main');
    },
  },
  {
    name: 'export',
    case: 'leaks',
    reach: async (page) => {
      await scanned(page);
      await view(page, 'rules');
      await openExport(page, 'rrweb');
      await press(page, '[data-export-group=approximate]');
    },
  },
  {
    name: 'export-same',
    case: 'leaks',
    reach: async (page) => {
      await maskFirstLeak(page);
      await press(page, '[data-action=save-draft]');
      await openExport(page, 'fullstory');
    },
  },
  { name: 'editor', case: 'leaks', reach: maskFirstLeak },
  {
    name: 'editor-invalid',
    case: 'leaks',
    reach: async (page) => {
      await maskFirstLeak(page);
      await page.type('[name=selector]', '>>[');
      await seen(page, '[name=selector][aria-invalid=true]');
    },
  },
  {
    name: 'editor-weaker',
    case: 'leaks',
    reach: async (page) => {
      await scanned(page);
      await view(page, 'rules');
      await press(page, '[data-rule=rule-4] [data-action=edit-rule]');
      await press(page, '.segment input[value=unmask]');
      await seen(page, '.effect-bad');
    },
  },
  {
    name: 'editor-built-in',
    case: 'leaks',
    reach: async (page) => {
      await scanned(page);
      await view(page, 'rules');
      await press(page, '[data-rule="built-in:input"] [data-action=edit-rule]');
      await seen(page, '.editor');
    },
  },
  {
    name: 'replay',
    case: 'leaks',
    reach: async (page) => {
      await scanned(page);
      await view(page, 'replay');
      await seen(page, '.replay-frame');
    },
  },
  { name: 'draft', case: 'leaks', reach: draftThree },
  { name: 'draft-empty', case: 'leaks', reach: (page) => view(page, 'draft') },
  { name: 'draft-local', case: 'local', reach: draftThree },
  { name: 'draft-architect', case: 'architect', reach: draftThree },
  { name: 'plan', case: 'leaks', reach: (page) => planned(page, 'push-live') },
  { name: 'plan-preview', case: 'leaks', reach: (page) => planned(page, 'preview-change') },
  ...pushStates,
  ...proposalStates,
  { name: 'options', case: 'options', reach: (page) => seen(page, '[data-action=connect]') },
  {
    name: 'options-connected',
    case: 'options-connected',
    reach: (page) => seen(page, '[data-action=disconnect]'),
  },
  {
    name: 'options-several',
    case: 'options-several',
    reach: async (page) => {
      await seen(page, '[data-connection=c3] [data-key-state]');
      await seen(page, '[data-kept]');
    },
  },
  {
    name: 'options-erasing',
    case: 'options-several',
    reach: async (page) => {
      await seen(page, '[data-kept]');
      await press(page, '[data-action=erase-source]');
      await seen(page, '[name=confirm-erase]');
    },
  },
  {
    name: 'options-github',
    case: 'options',
    reach: async (page) => {
      await seen(page, '[data-action=connect]');
      await page.select('select[name=where]', 'github');
      await press(page, 'form .more > summary');
      await seen(page, 'input[name=enterprise]');
      await page.select('select[name=export-to]', 'rrweb');
      await seen(page, 'input[name=export-path]');
    },
  },
  {
    name: 'options-locked',
    case: 'options-locked',
    reach: (page) => seen(page, '[data-keys=locked]'),
  },
  { name: 'options-policy', case: 'options-policy', reach: (page) => seen(page, '[data-policy=set]') },
  {
    name: 'options-policy-broken',
    case: 'options-policy-broken',
    reach: (page) => seen(page, '[data-policy=broken]'),
  },
  {
    name: 'several-orgs',
    case: 'several-orgs',
    reach: async (page) => {
      await scanned(page);
      await press(page, '[data-action=session]');
      await seen(page, '[data-site-choice]');
    },
  },
  { name: 'options-refused', case: 'options-refused', reach: (page) => seen(page, '.notice-bad') },
  ...draftStates,
  ...historyStates,
  ...pickerStates,
  ...savedPageStates,
  {
    name: 'rot',
    case: 'rot',
    reach: async (page) => {
      await scanned(page);
      await view(page, 'rules');
      await seen(page, '[data-action=mend-rule]');
    },
  },
];
