// The pages that a site's sitemap names, with everything that could not be read of it named beside them.
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { SitemapConfig } from '../../core/check/checkConfig.ts';
import type { FoundPage } from '../../core/check/planLooks.ts';
import { readSitemap, type Sitemap, SitemapError } from '../../core/check/readSitemap.ts';
import { createPattern, type Pattern } from '../../core/patterns/matchPattern.ts';
import type { RunNote } from '../../core/report/checkRun.ts';
import { printable } from '../printable.ts';
import { UsageError } from '../usageError.ts';
import { type FetchBytesOptions, FetchError, fetchBytes } from './fetchBytes.ts';

/** Of the protocol: a file is no larger than this once it is unpacked (https://www.sitemaps.org/protocol.html). */
const maxBytes = 50 * 1024 * 1024;
/** An index names sitemaps; some sites have one level more. */
const maxDepth = 3;
const maxFiles = 2_000;
/** More pages than a run of many shards gets through in a night. */
const maxPages = 100_000;
const timeout = 30_000;

const unpack = promisify(gunzip);

export interface CrawledSitemap {
  readonly pages: readonly FoundPage[];
  readonly notes: readonly RunNote[];
}

export type SitemapDeps = Pick<FetchBytesOptions, 'fetch' | 'signal'>;

/**
 * Reads a sitemap, an index with all that is below it, gzip too, from the network or a file. What cannot be read of it,
 * and what points to another host, is a page that is not inspected: never left out in silence.
 *
 * @throws UsageError when a pattern is none
 */
export async function readSitemaps(config: SitemapConfig, deps: SitemapDeps): Promise<CrawledSitemap> {
  const wanted = createFilter(config);
  const pages: FoundPage[] = [];
  const seen = new Set<string>();
  let leftOut = 0;
  let files = 0;
  const start = addressOf(config.url);
  const site = /^https?:/i.test(start) ? new URL(start).host : undefined;

  async function visit(address: string, depth: number): Promise<void> {
    if (seen.has(address)) return;
    seen.add(address);
    files += 1;
    if (files > maxFiles) return unread(address, `there are more than ${maxFiles} sitemaps`);
    let sitemap: Sitemap;
    try {
      sitemap = readSitemap(await textAt(address, deps));
    } catch (error) {
      if (!(error instanceof SitemapError || error instanceof FetchError)) throw error;
      return unread(address, error.message);
    }
    if (sitemap.addresses.length === 0) return unread(address, 'it names nothing');
    for (const entry of sitemap.addresses) await enter(sitemap.kind, entry, address, depth);
  }

  async function enter(kind: Sitemap['kind'], entry: string, from: string, depth: number): Promise<void> {
    const address = moved(entry, config.replace);
    const problem = problemOf(address, site);
    if (problem !== undefined)
      return kind === 'pages' && !wanted(address) ? undefined : unread(address, problem);
    if (kind === 'pages') return add(new URL(address, from).href);
    if (depth >= maxDepth) return unread(address, `sitemaps are nested deeper than ${maxDepth}`);
    await visit(new URL(address, from).href, depth + 1);
  }

  function add(url: string): void {
    if (!wanted(url)) return;
    if (pages.length < Math.min(config.most ?? maxPages, maxPages)) pages.push({ url });
    else leftOut += 1;
  }

  function unread(address: string, why: string): void {
    pages.push({ url: address.slice(0, 2048), notInspected: `named by the sitemap, and not read: ${why}` });
  }

  await visit(start, 1);
  if (leftOut > 0 && config.most === undefined)
    unread(config.url, `it names more than ${maxPages} pages: set most, or share them among several runs`);
  if (pages.length === 0) unread(config.url, 'include and exclude leave none of its pages');
  const notes =
    leftOut > 0 ? [{ what: 'most', params: { count: leftOut, most: config.most ?? maxPages } }] : [];
  return { pages, notes };
}

function addressOf(given: string): string {
  if (/^https?:\/\//i.test(given)) return new URL(given).href;
  if (existsSync(given)) return pathToFileURL(given).href;
  throw new UsageError(
    `the sitemap ${printable(given)} is neither an http(s) address nor a file that exists`,
  );
}

function moved(address: string, replace: SitemapConfig['replace']): string {
  if (!replace || !address.startsWith(replace.from)) return address;
  return replace.to + address.slice(replace.from.length);
}

/** A sitemap speaks of its own host: what it says of others would send the run to wherever somebody wrote. */
function problemOf(address: string, site: string | undefined): string | undefined {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    return 'it is no http(s) address';
  if (site === undefined || new URL(address).host === site) return undefined;
  return `it is on another host than the sitemap: name it in pages, or give the sitemap a replace`;
}

async function textAt(address: string, deps: SitemapDeps): Promise<string> {
  const bytes = await bytesAt(address, deps);
  // By what it is and not by its name: servers unpack some of them on the way.
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    const plain = isPacked ? await unpack(bytes, { maxOutputLength: maxBytes }) : bytes;
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch (error) {
    if (error instanceof RangeError) throw new SitemapError(`it is larger than ${maxBytes} bytes unpacked`);
    if (!(error instanceof Error)) throw error;
    throw new SitemapError(isPacked ? 'it cannot be unpacked' : 'it is not UTF-8 text');
  }
}

async function bytesAt(address: string, deps: SitemapDeps): Promise<Buffer> {
  if (address.startsWith('file:')) {
    const file = new URL(address);
    if ((await stat(file)).size > maxBytes) throw new SitemapError(`it is larger than ${maxBytes} bytes`);
    return readFile(file);
  }
  const { status, bytes } = await fetchBytes(address, { ...deps, timeout, maxBytes });
  if (status !== 200) throw new FetchError(`the server answered ${status}`);
  return bytes;
}

/** Patterns run in bounded time; where one cannot be decided the page is looked at. */
function createFilter({ include = [], exclude = [] }: SitemapConfig): (url: string) => boolean {
  const included = include.map((source) => patternOf(source, 'include'));
  const excluded = exclude.map((source) => patternOf(source, 'exclude'));
  const finds = (pattern: Pattern, url: string, unknown: boolean) => {
    const matches = pattern.matchesIn(url);
    return matches === null ? unknown : matches.length > 0;
  };
  return (url) =>
    (included.length === 0 || included.some((pattern) => finds(pattern, url, true))) &&
    !excluded.some((pattern) => finds(pattern, url, false));
}

function patternOf(source: string, entry: string): Pattern {
  try {
    return createPattern(source);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UsageError(
      `${entry}: ${printable(source)} is no pattern that can be run: ${printable(error.message)}`,
    );
  }
}
