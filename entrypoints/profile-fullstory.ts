import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { fullstory } from '../core/profiles/fullstory.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(fullstory));
