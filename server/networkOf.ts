import { isIPv6 } from 'node:net';

/** What is counted as one caller: an IPv4 address, or the first 64 bits of an IPv6 one, which one customer has. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? 0 : tail.split(':').length;
    while (groups.length + after < 8) groups.push('0');
  }
  const network = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${[...network, '0', '0', '0', '0'].slice(0, 4).join(':').toLowerCase()}::/64`;
}
