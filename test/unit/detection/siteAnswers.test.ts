import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  maxKeptConfiguration,
  maxSites,
  parseSites,
  type SiteAnswer,
  withoutSite,
  withSite,
} from '../../../core/detection/siteAnswers.ts';

const shop: SiteAnswer = {
  origin: 'https://shop.example.com',
  recorder: 'sentry',
  configurations: { sentry: '{}' },
};

describe('siteAnswers', () => {
  test('an answer takes the place of an earlier one of the same site, and is the first', () => {
    const other = { ...shop, origin: 'https://other.example.com' };
    const anew = { ...shop, recorder: 'rrweb' };
    expect(withSite(withSite(withSite([], shop), other), anew)).toEqual([anew, other]);
    expect(withoutSite([anew, other], shop.origin)).toEqual([other]);
  });

  test('the site that was said least lately is forgotten first', () => {
    let sites: readonly SiteAnswer[] = [];
    for (let i = 0; i <= maxSites; i += 1)
      sites = withSite(sites, { ...shop, origin: `https://s${i}.example` });
    expect(sites).toHaveLength(maxSites);
    expect(sites.at(-1)?.origin).toBe('https://s1.example');
  });

  test('a configuration that is too long is not kept, the rest of the answer is', () => {
    const long = { sentry: 'x'.repeat(maxKeptConfiguration + 1), rrweb: '{}' };
    expect(withSite([], { ...shop, configurations: long })).toEqual([
      { ...shop, configurations: { rrweb: '{}' } },
    ]);
  });

  test.each([
    ['no list', { origin: shop.origin }],
    ['an address with a path', [{ ...shop, origin: 'javascript:alert(1)' }]],
    ['a configuration that is no text', [{ ...shop, configurations: { sentry: {} } }]],
    ['more than is ever kept', [{ ...shop, configurations: { sentry: 'x'.repeat(20_000) } }]],
  ])('reads nothing of %s', (_what, stored) => {
    expect(parseSites(stored)).toEqual([]);
  });

  test('reads anything without failing, and only what it would have written', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        for (const site of parseSites([stored, shop])) expect(parseSites([site])).toEqual([site]);
      }),
    );
  });
});
