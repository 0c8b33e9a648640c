import type { WireReceiver } from './wireReport.ts';

/**
 * Hosts that recorders send to when a site does not route them through its own: the end of the name, by profile. From the
 * vendors' own pages on content security policies and firewalls, read in November 2026. A recorder behind a site's own host
 * is not known by this.
 */
const hosts: Readonly<Record<string, readonly string[]>> = {
  fullstory: ['fullstory.com'],
  datadog: ['datadoghq.com', 'datadoghq.eu', 'ddog-gov.com', 'browser-intake-datadoghq.com'],
  sentry: ['sentry.io', 'sentry-cdn.com'],
  posthog: ['posthog.com'],
  clarity: ['clarity.ms'],
  hotjar: ['hotjar.com', 'hotjar.io'],
  contentsquare: ['contentsquare.net', 'contentsquare.com'],
  logrocket: ['logrocket.com', 'logrocket.io', 'lr-ingest.com', 'lr-ingest.io', 'lr-in.com', 'lgrckt-in.com'],
  mixpanel: ['mixpanel.com'],
  amplitude: ['amplitude.com'],
  heap: ['heapanalytics.com', 'heap-api.com'],
  pendo: ['pendo.io'],
  newrelic: ['nr-data.net', 'newrelic.com'],
  dynatrace: ['dynatrace.com'],
  smartlook: ['smartlook.com', 'smartlook.cloud'],
  statsig: ['statsigapi.net', 'featuregates.org', 'prodregistryv2.org'],
  openreplay: ['openreplay.com'],
  faro: ['grafana.net'],
};

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

/** The parts of an absolute address, as a URL has them. */
export interface Address {
  readonly origin: string;
  readonly protocol: string;
  readonly hostname: string;
}

/**
 * Who gets a request of a page.
 *
 * @param to address of the request
 * @param site address of the page
 */
export function receiverOf(to: Address, site: Address): WireReceiver {
  const { hostname } = to;
  const recorder = Object.entries(hosts).find(([, ends]) => ends.some((end) => isUnder(hostname, end)))?.[0];
  return {
    origin: to.origin === 'null' ? to.protocol : to.origin,
    ...(recorder === undefined ? {} : { recorder }),
    isThirdParty: siteOf(hostname) !== siteOf(site.hostname),
  };
}

function isUnder(host: string, end: string): boolean {
  return host === end || host.endsWith(`.${end}`);
}

/** The name that somebody registered, as far as that is to be told without the public list of them. */
function siteOf(host: string): string {
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return host;
  const labels = host.split('.');
  const isCountry = (labels.at(-1) ?? '').length === 2 && registries.has(labels.at(-2) ?? '');
  return labels.slice(isCountry ? -3 : -2).join('.');
}
