import { resolve } from 'node:path';
import type { CheckConfig, PageSettings, RunConfig, SitemapConfig } from '../../core/check/checkConfig.ts';
import { defaultProfileId } from '../../core/profiles/registry.ts';
import type { CheckCommand, RequestedReport } from '../parseCheck.ts';
import { UsageError } from '../usageError.ts';
import type { LoadedConfig } from './loadCheckConfig.ts';

/** A run as the configuration and the command line say it together; what stands on the command line comes first. */
export interface RunSettings {
  readonly command: CheckCommand;
  readonly config: CheckConfig;
  readonly folder: string;
  /** Absent: there is no configuration. */
  readonly configFile?: string;
  readonly profile: string;
  /** Where pages come from: those on the command line alone where there are any. */
  readonly sources: PageSources;
  /** Over every page's own. */
  readonly over: PageSettings;
  readonly reports: readonly RequestedReport[];
  readonly run: RunConfig;
}

export interface PageSources extends Pick<CheckConfig, 'pages' | 'list' | 'flows'> {
  readonly sitemap?: SitemapConfig;
}

/** @throws UsageError when no page is named anywhere */
export function runSettings(command: CheckCommand, { config, folder, file }: LoadedConfig): RunSettings {
  const sources = sourcesOf(command, config, folder);
  const { pages = [], flows = [], sitemap, list } = sources;
  if (pages.length === 0 && flows.length === 0 && sitemap === undefined && list === undefined)
    throw new UsageError('check takes at least one URL or file, a --sitemap, a --list or a configuration');
  const { workers, delay, retries, endpoint, ignoresRobots } = command;
  const { wait, watch, timeout, locale, visitor, wire } = command;
  return {
    command,
    config,
    folder,
    ...(file === undefined ? {} : { configFile: file }),
    profile: command.profile ?? config.recorder ?? defaultProfileId,
    sources,
    over: given({ wait, watch, timeout, locale, visitor, wire }),
    reports: [...configuredReports(command, config, folder), ...command.reports],
    run: {
      ...config.run,
      ...given({ workers, delay, retries, browser: endpoint }),
      ...(ignoresRobots ? { robots: false } : {}),
    },
  };
}

function sourcesOf(command: CheckCommand, config: CheckConfig, folder: string): PageSources {
  const { targets, sitemap, list, include, exclude, most } = command;
  const narrowed = given({ include, exclude, most });
  if (targets.length > 0 || sitemap !== undefined || list !== undefined) {
    if (sitemap === undefined && Object.keys(narrowed).length > 0)
      throw new UsageError('--include, --exclude and --most are about a --sitemap');
    return {
      pages: targets,
      ...(list === undefined ? {} : { list }),
      ...(sitemap === undefined ? {} : { sitemap: { url: sitemap, ...narrowed } }),
    };
  }
  const configured = typeof config.sitemap === 'string' ? { url: config.sitemap } : config.sitemap;
  return {
    pages: (config.pages ?? []).map((page) =>
      typeof page === 'string' ? resolved(page, folder) : { ...page, url: resolved(page.url, folder) },
    ),
    ...(config.list === undefined ? {} : { list: resolve(folder, config.list) }),
    ...(config.flows === undefined ? {} : { flows: config.flows }),
    ...(configured === undefined
      ? {}
      : { sitemap: { ...configured, url: resolved(configured.url, folder), ...narrowed } }),
  };
}

/** Files are named from the configuration's folder; in the folder at hand they keep the name they have there. */
function resolved(page: string, folder: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(page) || folder === process.cwd()) return page;
  return resolve(folder, page);
}

/** What the command line asks for in one form takes the place of what is configured in that form. */
function configuredReports(command: CheckCommand, config: CheckConfig, folder: string): RequestedReport[] {
  const asked = new Set(command.reports.map(({ id }) => id));
  return Object.entries(config.reports ?? {})
    .filter(([id]) => !asked.has(id))
    .map(([id, file]) => ({ id, file: resolve(folder, file) }));
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function given<T extends object>(entries: T): Given<T> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Given<T>;
}
