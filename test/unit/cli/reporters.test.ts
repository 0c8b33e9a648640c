import { describe, expect, test } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import { terminalReport } from '../../../cli/reporters/terminal.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import { fullstory } from '../../../core/profiles/fullstory.ts';
import { sentry } from '../../../core/profiles/sentry.ts';
import { makePageReport } from '../../../core/report/makePageReport.ts';
import { notLoadedReport } from '../../../core/report/notLoadedReport.ts';
import type { PageReport } from '../../../core/report/pageReport.ts';
import { json } from '../../../core/report/writers/json.ts';
import { scanOfMarkup } from '../hazards/hazardsOf.ts';
import { simulate } from '../profiles/simulate.ts';
import { written } from '../report/sampleRun.ts';

const t = createTranslator(en, 'en');
const html =
  '<p>jane.roe@example.org</p><p class="fs-mask" title="jane.roe@example.org"></p><iframe src="/x"></iframe><input name="email">';

async function report(showValues = false): Promise<PageReport> {
  const { scan } = simulate(html, [{ selector: '!!', action: 'mask' }]);
  return makePageReport('shop.html', scan, { now: () => 0, showValues });
}

describe('the terminal report', () => {
  test('says the verdict first, then each leak with its place and reason', async () => {
    const lines = terminalReport(await report(), fullstory, t).split('\n');
    expect(lines[0]).toBe('✗ shop.html');
    expect(lines[1]).toContain('1 thing on this page looks personal and would be recorded.');
    expect(lines.join('\n')).toContain('text: html > body > p:nth-child(1)');
  });

  test('has words for everything it says', async () => {
    expect(terminalReport(await report(), fullstory, t)).not.toMatch(
      /\b(why|uninspected|ruleProblem|detector|cli|severity)\.[a-z]/,
    );
  });

  test('says how well the recorder is known, and what a clean page rests on', async () => {
    const clean = await makePageReport('clean.html', simulate('<p>Hello</p>').scan, {
      now: () => 0,
      showValues: false,
    });
    const lines = terminalReport(clean, fullstory, t).split('\n');
    expect(lines[0]).toBe('✓ clean.html');
    expect(lines).toContain('  FullStory: documented, not verified');
    expect(lines.join('\n')).toContain('never compared with a real recording');
    const verified = terminalReport(clean, sentry, t);
    expect(verified).toContain('Sentry: verified against @sentry/browser 11.12.0');
    expect(verified).not.toContain('never compared');
  });

  test('names the frame and the rule that could not be read', async () => {
    const text = terminalReport(await report(), fullstory, t);
    expect(text).toContain('not inspected');
    expect(text).toContain('rule problem');
  });

  test('shows a page that did not load as unknown, not as clean', () => {
    const text = terminalReport(notLoadedReport('gone.html', 'net::ERR_CONNECTION_REFUSED'), fullstory, t);
    expect(text).toMatch(/^\? gone\.html/);
    expect(text).not.toContain('Nothing personal');
  });
});

describe('hazards', () => {
  const masked = '<p class="fs-mask"><img src="/faces/jane.roe.png"></p><input class="fs-unmask">';
  const reportOf = async (markup: string) =>
    makePageReport('shop.html', simulate(markup).scan, { now: () => 0, showValues: false });

  test('come after the leaks, with what they mean here and what helps', async () => {
    const text = terminalReport(await reportOf(masked), fullstory, t);
    expect(text).toContain('What FullStory does not do as people expect');
    expect(text).toContain('Medium  Masks do not cover pictures, films and backgrounds  (1 element)');
    expect(text).toContain('What helps: ');
    expect(text).toContain('html > body > p:nth-child(1) > img');
    expect(text).not.toMatch(/\bhazards?\.[a-z]/);
  });

  test('are no part of the verdict, and hold no value', async () => {
    const report = await reportOf(masked);
    expect(report.verdict.level).toBe('green');
    expect(report.hazards.map(({ id }) => id)).toEqual(['media-sent', 'unmask-beaten']);
    expect(await written(json, [report])).not.toContain('jane.roe');
  });

  test('are not spoken of where there are none', async () => {
    expect(terminalReport(await reportOf('<p>Shirts</p>'), fullstory, t)).not.toContain('people expect');
  });

  test('leave a list that is switched off to the problems of rules', async () => {
    const scan = scanOfMarkup('sentry', { mask: ['.name', '['] }, '<p class="name">x</p>');
    const text = terminalReport(
      await makePageReport('shop.html', scan, { now: () => 0, showValues: false }),
      sentry,
      t,
    );
    expect(text).not.toContain('people expect');
    expect(text).toContain('the recorder then ignores every selector of its list');
  });
});
