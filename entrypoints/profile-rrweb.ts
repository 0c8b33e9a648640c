import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { rrweb } from '../core/profiles/rrweb.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(rrweb));
