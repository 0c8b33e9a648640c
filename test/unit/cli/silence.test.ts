// Ways to a good end with something that was not looked at, or not as it was asked for.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandContext } from '../../../cli/commandContext.ts';
import { check } from '../../../cli/commands/check.ts';
import { merge } from '../../../cli/commands/merge.ts';
import { ledElsewhere } from '../../../cli/ledElsewhere.ts';
import { parseCommand } from '../../../cli/parseCommand.ts';
import { readSitemaps } from '../../../cli/run/readSitemaps.ts';
import { UsageError } from '../../../cli/usageError.ts';
import { withoutBrowser } from './withoutBrowser.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrim-silence-'));
  file('plain.html', '<!doctype html><title>Shop</title><p>Blue shirt</p>');
  file('leak.html', '<!doctype html><title>Shop</title><p>Write to jane.roe@example.org</p>');
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** What a run of files without a browser ends with, or the words with which it is refused. */
async function ending(
  words: readonly string[],
  over: Partial<CommandContext> = {},
): Promise<number | string> {
  const context = withoutBrowser({ folder, version: '1.0.0', ...over });
  try {
    const command = parseCommand(words);
    if (command.name === 'check') return await check(command, context);
    return command.name === 'merge' ? await merge(command, context) : 'no run';
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

const saved = (...flags: string[]) => ending(['check', join(folder, 'plain.html'), '--no-browser', ...flags]);
const configured = (config: object, ...flags: string[]) =>
  ending(['check', '--no-browser', '--config', file('a.config.json', config), ...flags]);

describe('what is asked for and cannot be done is refused', () => {
  test('a saved page is neither visited nor listened to', async () => {
    expect(await saved()).toBe(0);
    expect(await saved('--visitor')).toContain('saved page');
    expect(await saved('--visitor', '--wire')).toContain('no visitor, wire');
  });

  test('a wire check without a visitor has nothing to look for', async () => {
    expect(await saved('--wire')).toContain('--visitor');
  });

  test.each([
    ['login', { logins: { jane: { storageState: 'jane.json' } }, defaults: { login: 'jane' } }],
    ['waitFor', { defaults: { waitFor: '#done' } }],
    ['viewport', { defaults: { viewport: { width: 390, height: 800 } } }],
    ['consents', { consents: [{ name: 'agreed', click: '#yes' }] }],
  ])('a saved page has no %s', async (what, config) => {
    expect(await configured({ pages: ['plain.html'], ...config })).toContain(`no ${what}`);
  });

  test('a number for a kind that there is not', async () => {
    const config = (kind: string) => ({
      pages: ['leak.html'],
      failOn: { maxLeaks: 9, detectors: { [kind]: 0 } },
    });
    expect(await configured(config('emial'))).toContain('there is no detector emial');
    expect(await configured(config('email'))).toBe(1);
    expect(await configured(config('field:email'))).toBe(0);
  });
});

describe('results that are gone on with, or put together', () => {
  const twoPages = () => ({ pages: ['plain.html', 'leak.html'] });
  const results = (name: string) => ['--results', join(folder, name)];

  test('are refused when the list in them is not whole', async () => {
    expect(await configured(twoPages(), ...results('cut.jsonl'))).toBe(1);
    const [header, first, ...others] = readFileSync(join(folder, 'cut.jsonl'), 'utf8').trimEnd().split('\n');
    const kept = others.filter((line) => line.startsWith('{"at":0'));
    file('cut.jsonl', `${[header, first, ...kept].join('\n')}\n`);
    expect(await configured(twoPages(), ...results('cut.jsonl'), '--resume')).toContain('not whole');
  });

  test('are judged by what is accepted now', async () => {
    expect(await configured(twoPages(), ...results('max.jsonl'), '--max-leaks', '9')).toBe(0);
    expect(await configured(twoPages(), ...results('max.jsonl'), '--resume')).toBe(1);
  });

  test('are of one version, and of one way to look', async () => {
    const resume = [...results('way.jsonl'), '--resume'];
    expect(await configured(twoPages(), ...results('way.jsonl'))).toBe(1);
    const path = join(folder, 'a.config.json');
    expect(await ending(['check', '--config', path, ...resume])).toContain('cannot be gone on with');
    const later = { version: '1.0.1' };
    expect(await ending(['check', '--no-browser', '--config', path, ...resume], later)).toContain(
      'cannot be gone on with',
    );
  });

  test('are not gone on with once something that they accept has expired', async () => {
    const suppression = { id: 'ours', detector: 'email', reason: 'our own address', expires: '2026-11-26' };
    const config = { pages: ['leak.html'], suppressions: [suppression] };
    expect(await configured(config, ...results('day.jsonl'))).toBe(0);
    const words = ['check', '--no-browser', '--config', join(folder, 'a.config.json')];
    const next = { today: () => '2026-11-27' };
    expect(await ending([...words, ...results('day.jsonl'), '--resume'], next)).toContain('ours expired');
  });

  test('of two machines are refused where one accepts more than the other', async () => {
    const shard = (at: number, ...flags: string[]) =>
      configured(twoPages(), ...results(`m${at}.jsonl`), '--shard', `${at}/2`, ...flags);
    await shard(1, '--max-leaks', '9');
    await shard(2);
    const files = [1, 2].map((at) => join(folder, `m${at}.jsonl`));
    expect(await ending(['merge', ...files])).toContain('accept different numbers');
  });
});

describe('a sitemap', () => {
  const page = (name: string) => `<url><loc>http://shop.example/${name}</loc></url>`;
  const answers: Readonly<Record<string, string>> = {
    'http://shop.example/index.xml':
      '<sitemapindex><sitemap><loc>http://shop.example/a.xml</loc></sitemap><sitemap><loc>http://shop.example/none.xml</loc></sitemap></sitemapindex>',
    'http://shop.example/a.xml': `<urlset>${page('a')}<url><loc>http://other.example/b</loc></url></urlset>`,
    'http://shop.example/none.xml': '<urlset></urlset>',
  };
  const read = async (config: { url?: string; include?: string[]; exclude?: string[] }) => {
    const fetch = async (url: unknown) => new Response(answers[String(url)] ?? '', { status: 200 });
    const deps = { fetch: fetch as typeof globalThis.fetch, signal: new AbortController().signal };
    const { pages } = await readSitemaps({ url: 'http://shop.example/index.xml', ...config }, deps);
    return pages.map(({ url, notInspected }) => (notInspected === undefined ? url : `? ${url}`));
  };

  test('that names nothing is told, and so are filters that leave nothing', async () => {
    expect(await read({})).toEqual([
      'http://shop.example/a',
      '? http://other.example/b',
      '? http://shop.example/none.xml',
    ]);
    expect(await read({ url: 'http://shop.example/a.xml', include: ['nowhere'] })).toEqual([
      '? http://shop.example/a.xml',
    ]);
  });

  test('leaves out pages of another host that are excluded', async () => {
    expect(await read({ exclude: ['other\\.example'] })).not.toContain('? http://other.example/b');
  });
});

test.each([
  ['http://a.example', 'https://www.a.example/?from=mail#top', false],
  ['http://a.example/shop', 'http://a.example/shop/index.html', false],
  ['http://a.example/about.html', 'http://a.example/About', false],
  ['http://a.example/account', 'http://a.example/login?next=/account', true],
  ['http://a.example/', 'http://a.example/de/', true],
  ['http://a.example/', 'http://b.example/', true],
  ['http://a.example:8080/', 'http://a.example:9090/', true],
  ['http://a.example/?page=account', 'http://a.example/?page=login', true],
  ['http://a.example/?page=account', 'http://a.example/', false],
  ['file:///a/b.html', 'file:///a/c.html', true],
  ['file:///a/b.html', 'http://a.example/a/b.html', true],
])('asked for %s and came to %s: another page is %s', (asked, came, isOther) => {
  expect(ledElsewhere(asked, came)).toBe(isOther);
});
