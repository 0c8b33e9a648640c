import { BlockList, isIP } from 'node:net';

/**
 * Whether an address is one of those that are listed.
 *
 * @param list addresses and networks: `10.0.0.7`, `10.0.0.0/8`, `fd00::/8`
 * @throws {TypeError} naming an entry that is none
 */
export function proxyList(list: readonly string[]): (address: string) => boolean {
  const proxies = new BlockList();
  for (const entry of list) {
    const [address = '', bits] = entry.split('/');
    const version = isIP(address);
    const width = version === 4 ? 32 : 128;
    if (version === 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= width)))
      throw new TypeError(entry);
    proxies.addSubnet(address, Number(bits ?? width), version === 4 ? 'ipv4' : 'ipv6');
  }
  return (address) => {
    const version = isIP(address);
    return version !== 0 && proxies.check(address, version === 4 ? 'ipv4' : 'ipv6');
  };
}
