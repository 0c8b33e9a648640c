import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { smartlook } from '../core/profiles/smartlook.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(smartlook));
