import { isOtherSite } from './isOtherSite.ts';
import { recorderOfHost } from './recorderOfHost.ts';
import type { WireReceiver } from './wireReport.ts';

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
  const recorder = recorderOfHost(hostname);
  return {
    origin: to.origin === 'null' ? to.protocol : to.origin,
    ...(recorder === undefined ? {} : { recorder }),
    isThirdParty: isOtherSite(hostname, site.hostname),
  };
}
