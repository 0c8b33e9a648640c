import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mixpanel } from '../core/profiles/mixpanel.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(mixpanel));
