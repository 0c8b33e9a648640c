import { expect, it } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import { reportFile } from '../../../components/report/reportFile.ts';
import { runOf } from '../../../components/report/runOf.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import type { Profile } from '../../../core/profiles/profile.ts';
import { profileById } from '../../../core/profiles/registry.ts';
import { unseenReport } from '../../../core/report/unseenReport.ts';

const words = { t: createTranslator(en, 'en'), version: '1.2.3', writtenAt: '2026-11-25T10:00:00Z' };
const profile = profileById('fullstory') as Profile;
const reports = [
  unseenReport({ page: 'https://shop.example.com/a' }, { kind: 'page', path: '', reason: 'left-too-soon' }),
];

it('writes the page that people open, with why a page was not checked in words', async () => {
  const run = runOf(reports, profile, null);
  const { name, type, text } = await reportFile('scrim-session', 'html', { run, reports, words });
  expect([name, type]).toEqual(['scrim-session.html', 'text/html']);
  expect(text).toContain('https://shop.example.com/a');
  expect(text).toContain(en['uninspected.left-too-soon']);
  expect(text).not.toMatch(/judgement\.|qa\.|uninspected\.[a-z]/);
});

it('writes the same as data, and never passes what was not looked at', async () => {
  const run = runOf(reports, profile, null);
  const { name, text } = await reportFile('scrim-session', 'json', { run, reports, words });
  expect(name).toBe('scrim-session.json');
  expect(JSON.parse(text)).toMatchObject({
    ...{ scrim: 1, profile: 'fullstory', summary: { pages: 1, notLoaded: 1 } },
    judgement: { exitCode: 3, reasons: [{ why: 'not-loaded' }] },
  });
});
