import { resolve } from 'node:path';
import type { PageConfig } from '../../core/check/checkConfig.ts';
import type { FoundPage } from '../../core/check/planLooks.ts';
import type { RunNote } from '../../core/report/checkRun.ts';
import { readTextFile } from '../readJsonFile.ts';
import { UsageError } from '../usageError.ts';
import { createRobots, type Robots } from './createRobots.ts';
import { readSitemaps, type SitemapDeps } from './readSitemaps.ts';
import type { RunSettings } from './runSettings.ts';

export interface FoundPages {
  readonly pages: readonly FoundPage[];
  readonly notes: readonly RunNote[];
  /** Absent: nobody asked what the sites ask for. */
  readonly robots?: Robots;
}

/**
 * Every page that is named for a run: those named one by one, those of a list, those of a sitemap, in this order.
 *
 * @throws UsageError when a list cannot be read
 */
export async function findPages(
  { sources, run, folder }: RunSettings,
  deps: SitemapDeps,
): Promise<FoundPages> {
  const named = (sources.pages ?? []).map(
    (page): PageConfig => (typeof page === 'string' ? { url: page } : page),
  );
  const listed = sources.list === undefined ? [] : await readList(sources.list);
  const crawled = sources.sitemap === undefined ? undefined : await readSitemaps(sources.sitemap, deps);
  const isAsked = run.robots ?? crawled !== undefined;
  const robots = isAsked ? createRobots(deps) : undefined;
  const pages: FoundPage[] = [];
  for (const page of [...named, ...listed])
    pages.push(run.robots === true ? await heeding(page, robots) : page);
  for (const page of crawled?.pages ?? []) pages.push(await heeding(page, robots));
  for (const flow of sources.flows ?? []) pages.push({ url: flow, flow: resolve(folder, flow) });
  return { pages, notes: crawled?.notes ?? [], ...(robots ? { robots } : {}) };
}

async function heeding(page: FoundPage, robots: Robots | undefined): Promise<FoundPage> {
  if (robots === undefined || page.notInspected !== undefined || !/^https?:/i.test(page.url)) return page;
  const why = await robots.forbids(page.url);
  return why === undefined ? page : { ...page, notInspected: why };
}

/** One address on a line; `#` at its beginning, or after a blank, begins a remark. */
async function readList(file: string): Promise<readonly PageConfig[]> {
  const lines = (await readTextFile(file)).split(/\r\n|[\r\n]/);
  const pages = lines.map(withoutRemark).filter((line) => line !== '');
  if (pages.length === 0) throw new UsageError(`${file} names no page`);
  return pages.map((url) => ({ url }));
}

function withoutRemark(line: string): string {
  const remark = /^#|\s#/.exec(line);
  return (remark === null ? line : line.slice(0, remark.index)).trim();
}
