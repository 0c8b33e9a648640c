import { describe, expect, test } from 'vitest';
import { readSitemap, SitemapError } from '../../../core/check/readSitemap.ts';

function told(text: string): string {
  try {
    return `read: ${readSitemap(text).addresses.length}`;
  } catch (error) {
    if (error instanceof SitemapError) return error.message;
    throw error;
  }
}

const page = (address: string) => `<url><loc>${address}</loc></url>`;

describe('a sitemap', () => {
  test('names its pages, with what XML writes in another way', () => {
    const text = `\uFEFF<?xml version="1.0"?>
      <!-- <url><loc>https://a.example/no</loc></url> -->
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://example.org">
        <url><loc> https://a.example/?a=1&amp;b=2 </loc><lastmod>2026-01-01</lastmod>
          <image:image><image:loc>https://a.example/pic.png</image:loc></image:image></url>
        <url><loc><![CDATA[https://a.example/<x>]]></loc><priority/></url>
        <url><loc>https://a.example/&#65;&#x42;</loc></url>
      </urlset>`;
    expect(readSitemap(text)).toEqual({
      kind: 'pages',
      addresses: ['https://a.example/?a=1&b=2', 'https://a.example/<x>', 'https://a.example/AB'],
    });
  });

  test('may be an index, or a text with an address on each line', () => {
    const index = '<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap></sitemapindex>';
    expect(readSitemap(index)).toEqual({ kind: 'index', addresses: ['https://a.example/1.xml'] });
    expect(readSitemap('https://a.example/\r\n\nhttps://a.example/b\n')).toEqual({
      kind: 'pages',
      addresses: ['https://a.example/', 'https://a.example/b'],
    });
  });

  test.each([
    ['', 'it is empty'],
    ['hello', 'it is no sitemap'],
    ['<html><body>login</body></html>', 'it is no sitemap'],
    [`<urlset>${page('https://a.example/')}`, 'it is cut off'],
    [`<urlset>${page('https://a.example/')}</urlset><urlset></urlset>`, 'more than one document'],
    ['<urlset><url><loc>https://a.example/</url></loc></urlset>', 'not closed in order'],
    ['<!DOCTYPE lolz [<!ENTITY a "aaa">]><urlset></urlset>', 'document type'],
    [`<urlset>${'<a>'.repeat(100_000)}`, 'nested too deep'],
    [`<urlset>${page('https://a.example/').repeat(50_001)}</urlset>`, 'more than 50000 entries'],
    [`<urlset>${page(`https://a.example/${'a'.repeat(3000)}`)}</urlset>`, 'longer than 2048'],
    [`<urlset><${'a'.repeat(100_000)}></urlset>`, 'it is no XML'],
    ['<urlset><!--', 'it is cut off'],
  ])('%#: what is none is refused with its reason', (text, why) => {
    expect(told(text)).toContain(why);
  });

  test('no entity of its own is known, and none grows', () => {
    expect(
      readSitemap(`<urlset>${page('https://a.example/&lol;&xxe;&#1114112;&#0;')}</urlset>`).addresses,
    ).toEqual(['https://a.example/&lol;&xxe;&#1114112;&#0;']);
  });

  test('megabytes of brackets, comments and half entities are read in one pass', () => {
    for (const piece of ['<', '<!--', '&', '&#', '<![CDATA[', '<?', '</'])
      expect(told(`<urlset>${piece.repeat(500_000)}`)).toMatch(/cut off|no XML/);
    expect(told(`<urlset>${page('&amp'.repeat(400))}</urlset>`)).toBe('read: 1');
  });
});
