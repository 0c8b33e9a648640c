import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openreplay } from '../core/profiles/openreplay.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(openreplay));
