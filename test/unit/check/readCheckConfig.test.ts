import { describe, expect, test } from 'vitest';
import { defineConfig } from '../../../core/check/defineConfig.ts';
import { ConfigError, readCheckConfig } from '../../../core/check/readCheckConfig.ts';

/** What is said of a configuration that is refused; '' when it is taken. */
function told(config: unknown): string {
  try {
    readCheckConfig(config);
    return '';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

describe('a configuration', () => {
  test('is taken with all its entries', () => {
    const config = defineConfig({
      rules: { from: 'scrim', url: 'https://rules.example', keyVariable: 'KEY' },
      measured: 'calibrated.json',
      recorder: 'fullstory',
      pages: ['https://shop.example/', { url: 'https://shop.example/pay', login: 'jane', consents: ['all'] }],
      sitemap: { url: 'https://shop.example/sitemap.xml', exclude: ['/blog/'], most: 200 },
      defaults: { viewport: { width: 390, height: 844 }, locale: 'de-DE', visitor: 7, waitFor: 'main' },
      consents: [{ name: 'all', cookies: [{ name: 'c', value: '1' }], options: { consent: true } }],
      logins: { jane: { storageState: 'jane.json' } },
      failOn: { severity: 'medium', detectors: { email: 2 } },
      reports: { junit: 'scrim.xml' },
      run: { workers: 4, delay: 100, browser: 'wss://grid.example/' },
    });
    expect(readCheckConfig(config)).toEqual(config);
  });

  test('an entry that is undefined is one that is not there', () => {
    expect(readCheckConfig({ reports: undefined, defaults: { wait: undefined } })).toEqual({ defaults: {} });
  });

  test('functions in options are carried as what they are, and never as nothing', () => {
    const { options } = readCheckConfig({ options: { maskTextFn: () => '', block: /x/g } });
    expect(options).toEqual({
      maskTextFn: { $scrim: 'function' },
      block: { $scrim: 'regexp', source: 'x', flags: 'g' },
    });
  });

  test.each([
    [{ page: ['a'] }, 'page: this entry is not known'],
    [{ failOn: { maxleaks: 2 } }, 'failOn.maxleaks: this entry is not known'],
    [{ pages: [{ url: 'a', waitfor: 'p' }] }, 'pages.0.waitfor: this entry is not known'],
    [{ pages: 'a' }, 'pages: expected Array, got a string'],
    [{ defaults: { timeout: '30' } }, 'defaults.timeout: expected number, got a string'],
    [{ defaults: { timeout: 0 } }, 'defaults.timeout: less than 1'],
    [{ defaults: { locale: 'not a locale' } }, 'defaults.locale: no language tag'],
    [{ run: { browser: 'http://grid' } }, 'run.browser: expected ws:// or wss://'],
    [{ rules: { from: 'github' } }, 'rules.from: '],
    [{ consents: [{ name: 'a' }, { name: 'a' }] }, 'consents: there are two of the name a'],
    [{ defaults: { login: 'jane' } }, 'defaults.login: there is no login jane'],
    [{ pages: [{ url: 'a', consents: ['b'] }] }, 'pages.0.consents: there is no state b'],
    [{ logins: { jane: {} } }, 'logins.jane: takes one of storageState and script'],
    [{ failOn: [] }, 'failOn: expected Object, got a list'],
    [[], 'the configuration: expected Object, got a list'],
    [undefined, 'the configuration: '],
  ])('%j is refused by its place', (config, why) => {
    expect(told(config)).toContain(why);
  });

  test('what is told never holds the value that stood in the wrong place', () => {
    const said = told({
      rules: { from: 'scrim', keyVariable: 'sk-live 1234' },
      run: { workers: 'sk-live-1234' },
    });
    expect(said).toContain('rules.keyVariable');
    expect(said).not.toContain('1234');
  });
});
