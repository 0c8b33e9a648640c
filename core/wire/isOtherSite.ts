import { hostOf } from './originOf.ts';

/**
 * Whether a receiver is another site than the page's. Without the list of public suffixes two hosts are one site only
 * when one is the other's parent: what is not known to be the page's own is said to be another's.
 *
 * @param page address of the page
 */
export function isOtherSite(address: string, page: string): boolean {
  const receiver = hostOf(address);
  const own = hostOf(page).replace(/^www\./, '');
  return receiver !== own && !receiver.endsWith(`.${own}`) && !isParent(receiver, own);
}

/** `example.com` of `shop.example.com`, and not `com`. */
function isParent(receiver: string, own: string): boolean {
  return receiver.includes('.') && own.endsWith(`.${receiver}`) && !/^\d/.test(receiver);
}
