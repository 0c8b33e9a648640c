// What recorders do with changes, in a real page: what is sent, and the hazard that is reported of it.
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { findHazards } from '../../core/hazards/findHazards.ts';
import { profileById } from '../../core/profiles/registry.ts';
import { openBrowser, openScrimPage } from './openScrimPage.ts';

interface LateRow {
  readonly what: string;
  readonly profile: string;
  readonly options?: unknown;
  readonly html: string;
  /** Runs in the page after the first look. */
  readonly change: string;
  /** Whether the word "secret" is sent at any time. */
  readonly sent: boolean;
  readonly hazard?: string;
  readonly not?: string;
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const boxed = '<div id="box"><div><p id="deep">word</p></div></div>';
const addClass = (name: string) => `document.getElementById('box').className = '${name}';`;
const write = `document.getElementById('deep').firstChild.data = 'secret';`;
/** In the next turn: the recorder has read the first change. */
const then = (code: string) => `setTimeout(() => { ${code} }, 120);`;
const rooted = (mark: string) =>
  `<div ${mark}>x<x-a><template shadowrootmode="open"><p>word</p></template></x-a></div>`;
const writeInRoot = `document.querySelector('x-a').shadowRoot.querySelector('p').firstChild.data = 'secret';`;
const frameLater = `const frame = document.createElement('iframe'); frame.srcdoc = '<p>secret</p>'; document.getElementById('box').append(frame);`;
const nextTick = `const p = document.createElement('p'); p.textContent = 'secret'; document.body.append(p); setTimeout(() => { p.className = 'name'; p.setAttribute('data-clarity-mask', 'true'); p.setAttribute('data-openreplay-obscured', ''); }, 0);`;
const moveOut = `document.body.append(document.getElementById('deep'));`;

const rows: readonly LateRow[] = [
  ...(
    [
      ['rrweb', { blockClass: 'name' }],
      ['sentry', { maskAllText: false, block: ['.name'] }],
    ] as const
  ).map(
    ([profile, options]): LateRow => ({
      what: 'a box that is blocked later, and text deep in it',
      profile,
      options,
      html: boxed,
      change: `${addClass('name')} ${then(write)}`,
      sent: true,
      hazard: 'late-mark',
    }),
  ),
  {
    what: 'a box that is blocked later, and text deep in it',
    profile: 'posthog',
    options: { session_recording: { blockClass: 'name' } },
    html: boxed,
    change: `${addClass('name')} ${then(write)}`,
    sent: false,
    not: 'late-mark',
  },
  {
    what: 'a box that is masked later: it is not looked at again',
    profile: 'clarity',
    options: { mask: ['.name'] },
    html: boxed,
    change: `${addClass('name')} ${then(write)}`,
    sent: true,
    hazard: 'late-mark',
  },
  {
    what: 'a box that is masked from the first',
    profile: 'clarity',
    options: { mask: ['.name'] },
    html: `<div class="name">${boxed}</div>`,
    change: `${addClass('other')} ${then(write)}`,
    sent: false,
    not: 'late-mark',
  },
  ...(
    [
      ['rrweb', { maskTextClass: 'name' }],
      ['clarity', {}],
      ['openreplay', {}],
    ] as const
  ).map(
    ([profile, options]): LateRow => ({
      what: 'an element that gets its mask a moment after it came',
      profile,
      options,
      html: '<p>word</p>',
      change: nextTick,
      sent: true,
      hazard: 'late-mark',
    }),
  ),
  ...(
    [
      ['rrweb', 'class="rr-mask"', true],
      ['posthog', 'class="ph-mask"', true],
      ['sentry', 'class="sentry-mask"', false],
      ['clarity', 'data-clarity-mask="true"', false],
      ['datadog', 'data-dd-privacy="mask"', false],
    ] as const
  ).map(
    ([profile, mark, sent]): LateRow => ({
      what: 'text that changes in a shadow root under a mask',
      profile,
      html: rooted(mark),
      change: writeInRoot,
      sent,
      ...(sent ? { hazard: 'later-sent' } : { not: 'later-sent' }),
    }),
  ),
  {
    what: 'text that changes in a shadow root in an obscured box',
    profile: 'openreplay',
    html: rooted('data-openreplay-obscured'),
    change: writeInRoot,
    sent: true,
    hazard: 'roots-begin-anew',
  },
  {
    what: 'text that moves out of its masked box',
    profile: 'rrweb',
    options: { maskTextClass: 'name' },
    html: '<div class="name"><p id="deep">secret</p></div>',
    change: moveOut,
    sent: true,
    hazard: 'later-sent',
  },
  {
    what: 'text that moves into a masked box keeps what it had',
    profile: 'clarity',
    html: '<p id="deep">word</p><div id="box" data-clarity-mask="true">x</div>',
    change: `document.getElementById('box').append(document.getElementById('deep')); ${then(write)}`,
    sent: true,
  },
  ...(['rrweb', 'posthog'] as const).map(
    (profile): LateRow => ({
      what: 'a frame that comes later into a masked box',
      profile,
      html: '<div id="box" class="rr-mask ph-mask">x</div>',
      change: frameLater,
      sent: true,
      hazard: 'frame-sources',
    }),
  ),
  {
    what: 'a frame that comes later into a masked box',
    profile: 'clarity',
    html: '<div id="box" data-clarity-mask="true">x</div>',
    change: frameLater,
    sent: true,
    hazard: 'frame-sources',
  },
  {
    what: 'a frame that comes later into a blocked box',
    profile: 'sentry',
    html: '<div id="box" class="sentry-block">x</div>',
    change: frameLater,
    sent: false,
    not: 'frame-sources',
  },
  {
    what: 'a background that is set later',
    profile: 'sentry',
    html: '<div id="box">x</div>',
    change: `document.getElementById('box').style.backgroundImage = 'url(/secret.png)';`,
    sent: true,
    hazard: 'late-background',
  },
  {
    what: 'a background that is there from the first',
    profile: 'sentry',
    html: '<div style="background-image: url(/secret.png)">x</div>',
    change: '',
    sent: false,
    not: 'late-background',
  },
  ...(['rrweb', 'datadog'] as const).map(
    (profile): LateRow => ({
      what: 'a field that was emptied before the recording',
      profile,
      options: { maskAllInputs: true },
      html: `<input id="deep" value="secret"><script>document.getElementById('deep').value = '';</script>`,
      change: '',
      sent: true,
      hazard: 'emptied-fields',
    }),
  ),
  {
    what: 'a field that is full',
    profile: 'rrweb',
    options: { maskAllInputs: true },
    html: '<input value="secret">',
    change: '',
    sent: false,
    not: 'emptied-fields',
  },
  {
    what: 'a radio button whose choice changes, under stars over everything',
    profile: 'posthog',
    options: { session_recording: { maskTextSelector: '*', maskAllElementAttributes: true } },
    html: '<input type="radio" name="a" value="secret">',
    change: `const radio = document.querySelector('input'); radio.checked = true; radio.dispatchEvent(new Event('input', { bubbles: true }));`,
    sent: true,
  },
];

describe('changes', () => {
  test.each(rows)(
    '$profile: $what',
    async ({ profile: id, options = {}, html, change, sent, hazard, not }) => {
      const scan = await record(id, options, html, change);
      const outputs = scan.records
        .filter(({ treatment }) => treatment === 'captured' || treatment === 'unknown')
        .map(({ output }) => output ?? '');
      expect(outputs.join('\n').includes('secret')).toBe(sent);
      const found = findHazards(scan).map((one) => one.id);
      if (hazard !== undefined) expect(found).toContain(hazard);
      if (not !== undefined) expect(found).not.toContain(not);
    },
  );
});

async function record(id: string, options: unknown, html: string, change: string): Promise<CaptureScan> {
  const profile = profileById(id);
  if (!profile) throw new Error(`no profile ${id}`);
  const { page, call } = await openScrimPage(browser, `<!doctype html><title>x</title>${html}`);
  const ruleSet = profile.offlineRules();
  const request = { profile: id, options, ruleSet, wait: 0, watch: 500, hookEvent: 'scrim-test' };
  await call('startAtLoad', request);
  // The first look at a page of ten elements takes a few milliseconds; what happens before it is over waits for it.
  await page.evaluate(
    (code) => new Promise((done) => setTimeout(done, 80)).then(() => void new Function(code)()),
    change,
  );
  const scan = await call<CaptureScan>('finished', undefined);
  await page.close();
  return scan;
}
