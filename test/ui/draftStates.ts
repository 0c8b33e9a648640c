import type { Page } from 'puppeteer';
import { serializePatch } from '../../core/settings/serializePatch.ts';
import { orgRules } from './harness/rules.ts';
import { giveFile, press, seen } from './panelHands.ts';
import type { UiState } from './uiState.ts';

export const chooseFile = (page: Page, text: string) =>
  giveFile(page, 'input[name=patch]', { name: 'scrim-draft.json', text });

/** A colleague's draft: one rule more, one that is not here, one that is as it shall be already. */
export function colleaguesPatch(): string {
  const [first, second] = orgRules().rules;
  if (!first || !second) throw new Error('no rules');
  const { id: _id, groupId: _group, editable: _editable, ...content } = first;
  const gone = { ...first, id: '999', name: 'Loyalty numbers', selector: '.loyalty' };
  const changes = [
    {
      id: 'd1',
      kind: 'create',
      content: { ...content, name: 'Delivery notes', selector: '.note' },
      keys: [],
    },
    { id: first.id, kind: 'update', base: first, content, keys: [] },
    {
      id: second.id,
      kind: 'update',
      base: second,
      content: { ...second, exceptions: ['.public'] },
      keys: [],
    },
    { id: '999', kind: 'update', base: gone, content: { ...content, selector: '.points' }, keys: [] },
  ] as const;
  const draft = { changes, canUndo: false, canRedo: false };
  return JSON.stringify(serializePatch(draft, { name: 'Checkout of Robin', org: 'o-ACME-na1' }));
}

async function maskAndSave(page: Page): Promise<void> {
  await page.waitForSelector('main[data-scan-state=done]');
  await press(page, '[data-action=mask]');
  await seen(page, '.live-count');
  await press(page, '[data-action=save-draft]');
  await press(page, '[data-view=draft]');
  await seen(page, '.change-effect');
}

/** Types a rule and leaves the editor without saving it. */
export async function leaveUnsaved(page: Page): Promise<void> {
  await page.waitForSelector('main[data-scan-state=done]');
  await press(page, '[data-view=rules]');
  await press(page, '[data-action=new-rule]');
  await seen(page, '[name=selector]');
  await page.type('[name=selector]', 'input[name="phone"]');
  await press(page, '[data-action=cancel-edit]');
  await seen(page, '[data-kept]');
}

/** Drafts by name, files and what is handed over. */
export const draftStates: readonly UiState[] = [
  {
    name: 'drafts-several',
    case: 'leaks',
    reach: async (page) => {
      await maskAndSave(page);
      await press(page, '[data-action=manage-drafts]');
      await page.type('[name=draft-name]', 'Checkout, second try');
      await press(page, '[data-action=copy-draft]');
      await seen(page, 'select[name=draft]');
      await page.type('[name=draft-name]', 'Old idea');
      await press(page, '[data-action=copy-draft]');
      await page.waitForFunction(() => document.querySelectorAll('select[name=draft] option').length === 3);
      await press(page, '[data-action=remove-draft]');
      await seen(page, '.removed-draft');
    },
  },
  {
    name: 'draft-import',
    case: 'leaks',
    reach: async (page) => {
      await page.waitForSelector('main[data-scan-state=done]');
      await press(page, '[data-view=draft]');
      await press(page, '[data-action=manage-drafts]');
      await chooseFile(page, colleaguesPatch());
      await seen(page, '[data-state=patch]');
    },
  },
  {
    name: 'draft-import-refused',
    case: 'leaks',
    reach: async (page) => {
      await press(page, '[data-view=draft]');
      await press(page, '[data-action=manage-drafts]');
      await chooseFile(
        page,
        '{ "scrimPatch": 1, "changes": [{ "change": "create", "after": { "source": 7 } }] }',
      );
      await seen(page, '[data-state=patch-refused]');
    },
  },
  {
    name: 'hand-over-ticket',
    case: 'leaks',
    reach: async (page) => {
      await maskAndSave(page);
      await press(page, '[data-action=hand-over]');
      await press(page, '[data-action=ticket]');
      await seen(page, '[data-action=copy-ticket]');
    },
  },
  {
    name: 'hand-over-code',
    case: 'architect',
    reach: async (page) => {
      await maskAndSave(page);
      await press(page, '[data-action=code-advice]');
      await page.waitForFunction(() =>
        /<\w+ .*fs-mask/.test(document.querySelector('.hand-over pre')?.textContent ?? ''),
      );
    },
  },
  { name: 'kept-edits', case: 'leaks', reach: leaveUnsaved },
];
