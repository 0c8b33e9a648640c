import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pendo } from '../core/profiles/pendo.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(pendo));
