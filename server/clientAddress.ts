import { isIP } from 'node:net';

/** Longer lists of forwarders are somebody's nonsense. */
const maxHops = 20;

/**
 * Whose request this is: the peer, or, behind a trusted proxy, the last address in `X-Forwarded-For` that no
 * trusted proxy has itself. What stands before that anybody may have written.
 */
export function clientAddress(
  peer: string,
  forwardedFor: string | undefined,
  isTrusted: (address: string) => boolean,
): string {
  let address = withoutPrefix(peer);
  const hops = (forwardedFor ?? '').split(',').slice(-maxHops);
  for (const hop of hops.toReversed()) {
    if (!isTrusted(address)) break;
    const next = withoutPrefix(hop.trim());
    if (isIP(next) === 0) break;
    address = next;
  }
  return address;
}

/** `::ffff:10.0.0.1`, an IPv4 caller of a server that listens on both, is 10.0.0.1. */
function withoutPrefix(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
