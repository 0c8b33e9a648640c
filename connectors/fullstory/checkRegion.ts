import {
  type FullstoryRegion,
  regionOfKey,
  regionOfOrg,
  regionOfOrigin,
} from '../../core/settings/fullstoryRegion.ts';
import { SettingsError } from '../../core/settings/settingsSource.ts';

/** Before anything is sent. @throws {SettingsError} `wrong-region` for a key of another data centre */
export function checkKeyRegion(key: string, origin: string): void {
  compare(regionOfKey(key), origin);
}

/** Older keys do not name their data centre; then the org they belong to does. @throws {SettingsError} `wrong-region` */
export function checkOrgRegion(orgId: string, origin: string): void {
  compare(regionOfOrg(orgId), origin);
}

/** Addresses that are not FullStory's have no region, and neither do ids of another form. */
function compare(region: FullstoryRegion | undefined, origin: string): void {
  const here = regionOfOrigin(origin);
  if (here !== undefined && region !== undefined && region !== here)
    throw new SettingsError('wrong-region', region);
}
