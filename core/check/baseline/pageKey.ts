import { holdsPageData } from '../../selectors/holdsPageData.ts';

/** Scheme, host with port, path; query and fragment are left out. */
const address = /^([a-z][a-z0-9+.-]{0,20}):\/\/(?:[^/?#@]{0,400}@)?([^/?#]{0,400})([^?#]{0,4000})/i;
const longestSegment = 80;
/** What stands for the parts of an address that differ from look to look, or may be somebody's. */
const anything = '*';

/**
 * What a page is called in the baseline: its path without query and fragment, with `*` for the parts that are numbers,
 * or may be personal. Without the host for pages of the run's own site, so that one baseline holds for the site itself, its staging
 * copy and a developer's machine (decision 21); with it (`//pay.example.com/card`) for pages of others.
 *
 * @param page an address or a file, as it was given
 * @param home host of the run's own site, as `homeOf` says
 */
export function pageKey(page: string, home: string | undefined): string {
  const [, scheme, host = '', path = ''] = address.exec(page) ?? [];
  if (scheme === undefined) return pathOf(page.replaceAll('\\', '/').replace(/^(?:\.\/)+/, ''));
  const isHome = scheme.toLowerCase() === 'file' || host.toLowerCase() === home;
  return `${isHome ? '' : `//${host.toLowerCase()}`}${pathOf(path === '' ? '/' : path)}`;
}

/**
 * The run's own site: the host that most of its pages are of, the first by name among equals.
 *
 * @param pages every page of the run, of all its shards
 */
export function homeOf(pages: Iterable<string>): string | undefined {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const host = address.exec(page)?.[2]?.toLowerCase();
    if (host !== undefined && host !== '') counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}

function pathOf(path: string): string {
  return path.split('/').map(segmentOf).join('/');
}

function segmentOf(segment: string): string {
  if (segment === '' || segment === '..') return segment;
  if (segment.length > longestSegment) return anything;
  const [, name = segment] = /^([^.]{1,80})\.(?:[a-z]{2,5}|scrim-page\.json)$/i.exec(segment) ?? [];
  return holdsPageData(name, () => false) ? anything : segment;
}
