/** Second labels under which countries register names: `example.co.uk` is a site of its own. */
const registries = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'gob',
  'gov',
  'gouv',
  'ltd',
  'net',
  'org',
  'plc',
  'sch',
]);

/** Whether two hosts belong to different sites, as far as that is to be told without the public list of suffixes. */
export function isOtherSite(host: string, own: string): boolean {
  return siteOf(host) !== siteOf(own);
}

/** The name that somebody registered. */
function siteOf(host: string): string {
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return host;
  const labels = host.split('.');
  const isCountry = (labels.at(-1) ?? '').length === 2 && registries.has(labels.at(-2) ?? '');
  return labels.slice(isCountry ? -3 : -2).join('.');
}
