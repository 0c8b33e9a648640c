import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { clarity } from '../core/profiles/clarity.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(clarity));
