// Which of FullStory's data centres an org, a key and an address belong to. Pure; knows no key but its first letters.

export type FullstoryRegion = 'na1' | 'eu1';

/** https://developer.fullstory.com/server/v1/getting-started and fullstory.md d.8 */
const origins: Readonly<Record<FullstoryRegion, string>> = {
  na1: 'https://api.fullstory.com',
  eu1: 'https://api.eu1.fullstory.com',
};

const regions = Object.keys(origins) as readonly FullstoryRegion[];

/** `o-XXXX-eu1`: the last part, where the first is one letter; older ids have none and are in North America. */
export function regionOfOrg(orgId: string): FullstoryRegion | undefined {
  const parts = orgId.split('-');
  const last = parts.at(-1) ?? '';
  if (parts.length < 3 || (parts[0] ?? '').length !== 1) return parts.length === 1 ? 'na1' : undefined;
  return regions.find((region) => region === last);
}

/** The first three characters of a key name its data centre; older keys name none. */
export function regionOfKey(key: string): FullstoryRegion | undefined {
  return regions.find((region) => key.startsWith(`${region}.`));
}

/** @param origin without a slash at the end. Undefined for an address that is not FullStory's own. */
export function regionOfOrigin(origin: string): FullstoryRegion | undefined {
  return regions.find((region) => origins[region] === origin);
}

/** Where a key is sent to when nobody says so: the data centre that it names, else North America's. */
export function originOfKey(key: string): string {
  return origins[regionOfKey(key) ?? 'na1'];
}
