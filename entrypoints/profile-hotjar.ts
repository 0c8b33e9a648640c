import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hotjar } from '../core/profiles/hotjar.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(hotjar));
