import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { statsig } from '../core/profiles/statsig.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(statsig));
