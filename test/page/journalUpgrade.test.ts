import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundlePage } from './bundlePage.ts';
import { openBrowser } from './openScrimPage.ts';
import { serveTestPage } from './serveTestPage.ts';

/** The database as version 1 made it, with what somebody had in it; then the journal of today opens it. */
const entry = `
import { openDB } from 'idb';
import { createJournalStore } from './background/journalStore.ts';
globalThis.upgraded = async () => {
  const old = await openDB('scrim', 1, {
    upgrade: (database) => {
      for (const log of ['drafts', 'pushes']) {
        database.createObjectStore(log, { autoIncrement: true }).createIndex('source', 'sourceId');
      }
      database.createObjectStore('values');
    },
  });
  await old.add('drafts', { sourceId: 'local', entry: { type: 'undo', at: 'then' } });
  await old.add('pushes', { sourceId: 'local', entry: { pushId: 'p1' } });
  await old.put('values', { rules: 1 }, 'local-rules');
  old.close();
  const now = createJournalStore('scrim');
  await now.appendProposal('local', { key: 'k1', at: 'now', event: { type: 'sending' } });
  await now.appendProposal('other', { key: 'k2', at: 'now', event: { type: 'sending' } });
  const again = createJournalStore('scrim');
  return {
    drafts: await again.readDraft('local'),
    pushes: await again.readPushes('local'),
    value: await again.readValue('local-rules'),
    proposals: await again.readProposals('local'),
  };
};
globalThis.fresh = async () => {
  const store = createJournalStore('scrim-fresh');
  await store.appendDraft('local', { type: 'undo', at: 'now' });
  return [await store.readDraft('local'), await store.readProposals('local')];
};`;

let browser: Browser;
let code: string;
beforeAll(async () => {
  [browser, code] = await Promise.all([openBrowser(), bundlePage(entry)]);
});
afterAll(() => browser.close());

it('keeps what an older version wrote down, and takes proposals from then on', async () => {
  const page = await serveTestPage(browser, { '/': { body: '<!doctype html>' } });
  await page.evaluate(code);
  expect(await page.evaluate('upgraded()')).toEqual({
    drafts: [{ type: 'undo', at: 'then', seq: 1 }],
    pushes: [{ pushId: 'p1', seq: 1 }],
    value: { rules: 1 },
    proposals: [{ key: 'k1', at: 'now', event: { type: 'sending' }, seq: 1 }],
  });
  expect(await page.evaluate('fresh()')).toEqual([[{ type: 'undo', at: 'now', seq: 1 }], []]);
});
