import { describe, expect, test } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import type { BrowserHost } from '../../../cli/browserHost.ts';
import { auditSite } from '../../../cli/commands/auditSite.ts';
import type { MeasuringContext } from '../../../cli/measure.ts';
import { PageNotLoaded } from '../../../cli/pageNotLoaded.ts';
import { parseMeasuring } from '../../../cli/parseMeasuring.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import { profileById } from '../../../core/profiles/registry.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';

const email = 'jane.roe@example.org';
const key = 'na1.c2VjcmV0LWtleQ==';
const site = 'https://shop.example/';

const source = (url: string) => ({ source_type: 'web', source_properties: { url: { full_url: url } } });
const click = (text: string, selector: string, url = `${site}pay`) => ({
  event_type: 'click',
  event_properties: { target: { text, raw_selector: selector } },
  ...source(url),
});

interface Api {
  readonly [path: string]: unknown;
}

/** A browser that reads this markup at every address. */
function browserOf(html: string | undefined, opened: string[], isLogin: boolean): BrowserHost {
  const profile = profileById('fullstory');
  if (!profile) throw new Error('no profile');
  return {
    scan: async (target, { options, ruleSet }) => {
      opened.push(target.url);
      if (html === undefined) throw new PageNotLoaded('no answer');
      const scan = scanSavedPage({ html, url: target.url, profile, options, ruleSet });
      const elsewhere = { kind: 'page', path: '', reason: 'led-elsewhere' } as const;
      return isLogin ? { ...scan, uninspected: [elsewhere] } : scan;
    },
    detect: () => Promise.reject(new Error('not asked')),
    inTab: () => Promise.reject(new Error('not asked')),
    close: async () => undefined,
  };
}

async function audit(argv: readonly string[], api: Api, html?: string, isLogin = false) {
  const command = parseMeasuring(['audit', site, ...argv]);
  if (command.name !== 'audit') throw new Error('not parsed');
  let out = '';
  const asked: string[] = [];
  const opened: string[] = [];
  const context: MeasuringContext = {
    env: { SCRIM_API_KEY: key },
    browser: browserOf(html, opened, isLogin),
    fetch: async (input) => {
      const { origin, pathname, search } = new URL(String(input));
      asked.push(origin + pathname + search);
      const json = api[pathname + search];
      return new Response(JSON.stringify(json ?? { message: 'none', code: 'not_found' }), {
        status: json === undefined ? 404 : 200,
      });
    },
    listen: () => {
      throw new Error('nothing is listened to');
    },
    write: (text) => {
      out += text;
    },
    warn: () => undefined,
    t: createTranslator(en, 'en'),
    today: () => '2026-11-26',
  };
  const code = await auditSite(command, context);
  return { code, out, asked, opened };
}

const path = '/v2/sessions/1%3A2';
const empty = { context_data: { context: {}, pages: [] } };
const of = (...events: object[]): Api => ({ [`${path}/events`]: { events }, [`${path}/context`]: empty });

describe('the audit of a site', () => {
  test('names what is held, redacted, and the rule that would have kept it out', async () => {
    const api = of(click(email, 'main > div.contact-line'), click('Pay', 'button.pay'));
    const html = `<main><div class="contact-line">${email}</div></main>`;
    const { code, out } = await audit(['--session', '1:2'], api, html);
    expect(code).toBe(1);
    expect(out).toContain('1 thing that FullStory holds looks personal');
    expect(out).toContain('a rule that masks div.contact-line (on https://shop.example/pay).');
    expect(out).toContain('Today it matches 1 element there.');
    expect(out).not.toMatch(/jane|roe/i);
  });

  test('where the event names no element, the page says where the same kind leaves today', async () => {
    const api = of(click(email, 'div > span'));
    const html = '<main><p>Write to kim.sample@example.org</p></main>';
    const { out } = await audit(['--session', '1:2', '--json'], api, html);
    const { findings } = JSON.parse(out) as { findings: { mends: { kind: string; leaksNow: string[] }[] }[] };
    expect(findings[0]?.mends).toEqual([
      { kind: 'element', page: 'https://shop.example/pay', leaksNow: ['html > body > main > p'] },
    ]);
    expect(out).not.toMatch(/jane|kim/);
  });

  test('nothing held is green, and other sites are counted', async () => {
    const api = of(click('Pay', 'button.pay'), click(email, 'p', 'https://other.example/'));
    const { code, out } = await audit(['--session', '1:2'], api);
    expect(code).toBe(0);
    expect(out).toContain('1 event of another site was left out');
  });

  test('lists the sessions of one visitor, as many as were asked for', async () => {
    const api = {
      ...of(click('Pay', 'button.pay')),
      '/v2/sessions?uid=visitor-7&limit=2': { results: [{ id: '1:2' }] },
    };
    const { code, asked } = await audit(['--uid', 'visitor-7', '--last', '2'], api);
    expect(code).toBe(0);
    expect(asked[0]).toBe('https://api.fullstory.com/v2/sessions?uid=visitor-7&limit=2');
  });

  test('a session that cannot be read is never silence', async () => {
    const api = of(click('Pay', 'button.pay'));
    const { code, out } = await audit(['--session', '1:2', '--session', '1:3'], api);
    expect(code).toBe(3);
    expect(out).toContain('Not read: session 1:3: FullStory knows no such session');
    expect(out).toContain('Nothing personal was found in what was read; not everything was.');
    const none = await audit(['--session', '1:3'], api);
    expect([none.code, none.out.includes('No session was read, so nothing is known.')]).toEqual([3, true]);
    expect(none.out).not.toContain('Nothing personal');
    expect(out).not.toContain(key);
  });

  test('no session at all is not green', async () => {
    const { code, out } = await audit(['--email', email], {
      [`/v2/sessions?email=${encodeURIComponent(email)}&limit=10`]: { results: [] },
    });
    expect(code).toBe(3);
    expect(out).not.toContain('jane');
  });

  test('a page that does not load is named, and the finding stands', async () => {
    const { code, out } = await audit(['--session', '1:2'], of(click(email, 'main > div.contact-line')));
    expect(code).toBe(1);
    expect(out).toContain('was not opened to compare with: https://shop.example/pay');
    expect(out).toContain('was not looked at');
  });

  test('a page that leads to another one is not compared with', async () => {
    const held = of(click(email, 'main > div.contact-line'));
    const login = `<main><div class="contact-line">${email}</div></main>`;
    expect((await audit(['--session', '1:2'], held, login)).out).not.toContain('was not opened');
    const { out } = await audit(['--session', '1:2'], held, login, true);
    expect(out).toContain('was not opened to compare with: https://shop.example/pay');
  });

  test('no address of a visitor is opened: no query, no part that may be theirs', async () => {
    const events = [
      click(email, 'main > div.contact-line', `${site}login?token=abc`),
      click(email, 'main > div.contact-line', `${site}user/Jane-Roe`),
    ];
    const { out, opened } = await audit(['--session', '1:2', '--json'], of(...events), '<p>');
    expect(out).not.toMatch(/token|Jane/);
    expect(opened).toEqual(['https://shop.example/login']);
  });
});
